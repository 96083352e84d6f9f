package dev.storetwin.feature;

/**
 * Whole days of the shop's zone that a feature looks at, counted back from the day of its moment.
 *
 * <p>The day of the moment itself is not over and never part of a window; with a negative lag it would be, which only a leakage check
 * should ever see.
 *
 * @param days how many; 0 for what holds at the moment itself
 * @param lag  days between the window and the day of the moment
 */
public record Window(int days, int lag) {

    /** The moment itself. */
    public static final Window NOW = new Window(0, 0);

    public Window {
        if (days < 0) {
            throw new IllegalArgumentException(
                    "A window has %d days, expected 0 or more.\nMaybe days and lag are exchanged.".formatted(days));
        }
    }

    /** The last whole days. */
    public static Window of(int days) {
        return new Window(days, 0);
    }

    /** The same number of days, earlier. */
    public Window before(int moreDays) {
        return new Window(days, Math.addExact(lag, moreDays));
    }

    /** How many days before the day of the moment the window begins. */
    public int reach() {
        return Math.addExact(days, lag);
    }

    @Override
    public String toString() {
        return days == 0 && lag == 0 ? "now" : lag == 0 ? days + "d" : days + "d-" + lag + "d";
    }
}
