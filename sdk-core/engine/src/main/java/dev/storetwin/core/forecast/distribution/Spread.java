package dev.storetwin.core.forecast.distribution;

import java.util.Arrays;

/**
 * How uncertain the steps of a forecast are, and how they hang together.
 *
 * <p>Steps hang together as those of a drifting level do: step h carries its own surprise and a share of each one before it, so that
 * variance(h) = variance(1) * (1 + (h - 1) * growth) and covariance(g, h) = variance(1) * (share + (g - 1) * growth) for g before h,
 * with share the root of growth.
 */
public final class Spread {

    private static final double MOST_GROWTH = 4;

    private final double[] deviations;
    private final double growth;

    private Spread(double[] deviations, double growth) {
        this.deviations = deviations;
        this.growth = growth;
    }

    /**
     * Of deviations by step.
     *
     * @param growth what each further step adds to the variance of an error, as a share of that of the first step
     */
    public static Spread of(double[] deviations, double growth) {
        return new Spread(deviations.clone(), growth);
    }

    /**
     * The growth that deviations show.
     *
     * @param deviations by step, seasons taken off
     */
    public static double growthOf(double[] deviations) {
        int last = deviations.length - 1;
        double first = deviations[0] * deviations[0];
        if (last == 0 || !(first > 0)) {
            return 0;
        }
        double growth = (deviations[last] * deviations[last] / first - 1) / last;
        return Math.min(MOST_GROWTH, Math.max(0, growth));
    }

    /** No doubt at all. */
    static Spread none(int horizon) {
        return new Spread(new double[horizon], 0);
    }

    double growth() {
        return growth;
    }

    double deviation(int i) {
        return deviations[i];
    }

    /** Of two steps, counted from 0, the earlier first. */
    double correlation(int earlier, int later) {
        double shared = Math.sqrt(growth) + earlier * growth;
        return Math.min(1, shared / (relative(earlier) * relative(later)));
    }

    /** Standard deviation of what a step shares with others, relative to the first step. */
    double relative(int i) {
        return Math.sqrt(1 + i * growth);
    }

    /** The standard deviation of a sum of steps. */
    double ofSum(int from, int to) {
        double variance = 0;
        for (int i = from; i < to; i++) {
            variance += deviations[i] * deviations[i];
            for (int j = i + 1; j < to; j++) {
                variance += 2 * correlation(i, j) * deviations[i] * deviations[j];
            }
        }
        return Math.sqrt(variance);
    }

    double total(int from, int to) {
        return Arrays.stream(deviations, from, to).sum();
    }
}
