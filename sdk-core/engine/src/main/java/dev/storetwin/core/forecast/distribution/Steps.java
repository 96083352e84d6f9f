package dev.storetwin.core.forecast.distribution;

/** The steps of a forecast, counted from 1 as callers count them. */
public final class Steps {

    private Steps() {}

    /** Refuses a horizon without a step. */
    public static void checkHorizon(int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon (%d) must be at least 1.".formatted(horizon));
        }
    }

    /** Index of a step, counted from 0; refuses what lies beyond the horizon. */
    public static int index(int step, int horizon) {
        if (step < 1 || step > horizon) {
            throw new IllegalArgumentException(
                    "Step %d is not within 1 to %d; steps count from 1.".formatted(step, horizon));
        }
        return step - 1;
    }

    /**
     * Refuses a span that does not lie within the horizon.
     *
     * @param to the step after the last; equal to {@code from} for no step at all
     */
    public static void checkSpan(int from, int to, int horizon) {
        if (from < 1 || to < from || to > horizon + 1) {
            throw new IllegalArgumentException(
                    "Steps %d to before %d are not within 1 to %d.\nMaybe the horizon is shorter than the lead time."
                            .formatted(from, to, horizon));
        }
    }
}
