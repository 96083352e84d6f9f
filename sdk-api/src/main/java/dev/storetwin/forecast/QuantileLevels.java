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
            if (!(level > last && level < 1)) {
                throw new IllegalArgumentException("""
                        Quantile levels %s must be above 0, below 1 and ascending.
                        Maybe percent was written where a fraction is meant: 0.9, not 90.""".formatted(levels));
            }
            last = level;
        }
    }

    public static QuantileLevels of(double... levels) {
        return new QuantileLevels(Arrays.stream(levels).boxed().toList());
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
