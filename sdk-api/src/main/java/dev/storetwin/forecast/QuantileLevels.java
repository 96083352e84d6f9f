package dev.storetwin.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * The probabilities at which a distribution is asked for its quantiles.
 *
 * @param levels ascending, each above 0 and below 1
 */
public record QuantileLevels(List<Double> levels) {

    /** The median, an 80 % and a 95 % interval. */
    public static final QuantileLevels DEFAULT = of(.025, .1, .5, .9, .975);

    public QuantileLevels {
        levels = List.copyOf(levels);
        double last = 0;
        for (double level : levels) {
            check(level);
            if (level <= last) {
                throw new IllegalArgumentException("Quantile levels %s must ascend, each once.".formatted(levels));
            }
            last = level;
        }
    }

    public static QuantileLevels of(double... levels) {
        return new QuantileLevels(Arrays.stream(levels).boxed().toList());
    }

    /** Refuses what is not a probability strictly between 0 and 1. */
    public static void check(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("""
                    A quantile level (%s) must be above 0 and below 1.
                    Maybe percent was written where a fraction is meant: 0.9, not 90.""".formatted(level));
        }
    }

    public int size() {
        return levels.size();
    }

    public double level(int index) {
        return levels.get(index);
    }

    public double[] toArray() {
        return levels.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
