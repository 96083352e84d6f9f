package dev.storetwin.core.pricing.promotion;

/**
 * What the periods of a panel are.
 *
 * @param week   periods of a week: 7 for days, 1 for weeks
 * @param year   periods of a year
 * @param before weeks before a promotion in which shoppers may wait for it
 * @param after  weeks after a promotion in which shoppers may still live on what they bought
 */
public record Rhythm(int week, double year, int before, int after) {

    public static final Rhythm WEEKS = new Rhythm(1, 365.25 / 7, 1, 4);
    public static final Rhythm DAYS = new Rhythm(7, 365.25, 1, 4);

    public Rhythm {
        if (week < 1 || year < week || before < 0 || after < 1) {
            throw new IllegalArgumentException(
                    "A week of %d periods, a year of %s, %d weeks before and %d after are no rhythm.\nMaybe two are swapped."
                            .formatted(week, year, before, after));
        }
    }

    /** From one placebo window to the next; days of the week take turns. */
    int stride() {
        return week == 1 ? 1 : 3;
    }
}
