package dev.storetwin.proposal;

/**
 * One fact that speaks for or against an alternative, in numbers and words.
 *
 * @param name  such as {@code expected units}
 * @param value the number
 * @param unit  its unit
 */
public record Evidence(String name, double value, String unit) {

    @Override
    public String toString() {
        return "%s %s %s".formatted(name, value, unit).strip();
    }
}
