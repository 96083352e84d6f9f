package dev.storetwin.core.pricing;

/**
 * How closely a markdown is looked at.
 *
 * @param mostSteps that stock is counted in
 * @param rungs     of the ladder at most, the price that stands and the lowest one not counted
 * @param levels    whether the level of demand is doubted too, and not only how it answers to price
 * @param courses   that are played to tell what is expected
 */
public record MarkdownDetail(int mostSteps, int rungs, boolean levels, int courses) {

    public static final MarkdownDetail FULL = new MarkdownDetail(100, 14, true, 200);

    /** Many times less work, for when cost counts more. */
    public static final MarkdownDetail COARSE = new MarkdownDetail(30, 7, false, 50);

    private static final double LEAST_CUT = .05;

    public MarkdownDetail {
        if (mostSteps < 1 || rungs < 1 || courses < 1) {
            throw new IllegalArgumentException("mostSteps (%d), rungs (%d) and courses (%d) must be at least 1."
                    .formatted(mostSteps, rungs, courses));
        }
    }

    /** From one rung to the next, as a share of the present price. */
    double rung(double lowest) {
        return Math.max(LEAST_CUT, (1 - lowest) / rungs);
    }
}
