package dev.storetwin.core.forecast.global;

import dev.storetwin.core.numeric.Normal;
import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.QuantileLevels;

/**
 * Demand known by its mean and some quantiles. Between two levels the quantile follows a straight line over the quantiles of the
 * normal distribution; beyond the first and the last the slope there goes on.
 */
final class QuantileDemand implements DemandDistribution {

    private static final int CELLS = 512;
    private static final int HALVINGS = 50;

    private final double[] scores;
    private final double[] values;
    private final double mean;
    private final boolean nonNegative;
    private final boolean whole;

    /**
     * A distribution through given points.
     *
     * @param scores normal quantiles of the levels, ascending, at least 2
     * @param values ascending
     */
    QuantileDemand(double[] scores, double[] values, double mean, boolean nonNegative, boolean whole) {
        this.scores = scores;
        this.values = values;
        this.mean = mean;
        this.nonNegative = nonNegative;
        this.whole = whole;
    }

    static double[] scores(QuantileLevels levels) {
        return levels.levels().stream().mapToDouble(Normal::quantile).toArray();
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double standardDeviation() {
        double centre = 0;
        double squares = 0;
        for (int i = 0; i < CELLS; i++) {
            double value = curve(cell(i));
            double step = value - centre;
            centre += step / (i + 1);
            squares += step * (value - centre);
        }
        return Math.sqrt(squares / CELLS);
    }

    @Override
    public double quantile(double level) {
        QuantileLevels.check(level);
        return curve(Normal.quantile(level));
    }

    /** The quantile at a normal score. */
    private double curve(double score) {
        int i = 1;
        while (i < scores.length - 1 && score > scores[i]) {
            i++;
        }
        double share = (score - scores[i - 1]) / (scores[i] - scores[i - 1]);
        double amount = values[i - 1] + share * (values[i] - values[i - 1]);
        double rounded = whole ? Math.floor(amount + .5) : amount;
        return nonNegative ? Math.max(0, rounded) : rounded;
    }

    @Override
    public double probabilityAtMost(double amount) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (curve(Normal.quantile(middle)) <= amount) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high == 1 ? 1 : low;
    }

    @Override
    public double expectedAbove(double amount) {
        double sum = 0;
        for (int i = 0; i < CELLS; i++) {
            sum += Math.max(0, curve(cell(i)) - amount);
        }
        return sum / CELLS;
    }

    @Override
    public double expectedLeft(double amount) {
        double sum = 0;
        for (int i = 0; i < CELLS; i++) {
            sum += Math.max(0, amount - curve(cell(i)));
        }
        return sum / CELLS;
    }

    private static double cell(int i) {
        return Normal.quantile((i + .5) / CELLS);
    }
}
