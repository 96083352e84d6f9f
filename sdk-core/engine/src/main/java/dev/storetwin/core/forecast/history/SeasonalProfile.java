package dev.storetwin.core.forecast.history;

import dev.storetwin.forecast.Seasonality;
import java.util.Arrays;

/**
 * How demand differs within a cycle: one factor (or, where values may be negative, one addend) per position.
 *
 * <p>A cycle is believed when its autocorrelation stands out from that of the shorter lags at the 90 % level, as in the M
 * competitions (Makridakis and Hibon 2000; Bartlett's standard error). Of several the one that stands out most is taken. Factors
 * come from classical decomposition: the average ratio of values to their centred moving average. Where they are mostly noise they
 * are drawn towards 1 (James-Stein, Miller and Williams 2003).
 */
public final class SeasonalProfile {

    public static final SeasonalProfile NONE = new SeasonalProfile(new double[] {1}, true);

    private static final double SIGNIFICANT = 1.6448536269514722;
    /** Below this share of noise the classical factors stand as they are. */
    private static final double LITTLE_NOISE = .05;
    /** A position that sells less than this says nothing about the level: dividing by its factor would blow up single sales. */
    private static final double CLOSED = .05;

    private final double[] factors;
    private final boolean multiplicative;

    private SeasonalProfile(double[] factors, boolean multiplicative) {
        this.factors = factors;
        this.multiplicative = multiplicative;
    }

    public static SeasonalProfile of(double[] values, Seasonality seasonality, boolean nonNegative, boolean noZeros) {
        int period = strongest(values, seasonality);
        if (period == 1) {
            return NONE;
        }
        return decompose(values, period, nonNegative, nonNegative && noZeros);
    }

    public int period() {
        return factors.length;
    }

    /** Factor (1 = average) or addend (0 = average) of the position that a period stands at. */
    public double factor(int index) {
        return factors[index % factors.length];
    }

    /** What one unit of the adjusted series stands for in a period. */
    public double scale(int index) {
        return multiplicative ? factor(index) : 1;
    }

    /** From the adjusted series back to what is seen. */
    public double apply(int index, double level) {
        return multiplicative ? level * factor(index) : level + factor(index);
    }

    public double[] adjust(double[] values) {
        if (period() == 1) {
            return values;
        }
        var adjusted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            adjusted[i] = remove(i, values[i]);
        }
        return adjusted;
    }

    /** From what is seen to the adjusted series; unknown where the season leaves nothing to see. */
    public double remove(int index, double value) {
        return multiplicative ? unscale(value, factor(index)) : value - factor(index);
    }

    private static double unscale(double value, double factor) {
        return factor < CLOSED ? Double.NaN : value / factor;
    }

    private static int strongest(double[] values, Seasonality seasonality) {
        int strongest = 1;
        double most = SIGNIFICANT;
        for (int period : seasonality.periods()) {
            double strength = values.length > 2 * period ? strength(values, period) : 0;
            if (strength > most) {
                most = strength;
                strongest = period;
            }
        }
        return strongest;
    }

    /** The autocorrelation at the period, in standard errors given the shorter lags. Unknown values take part as the mean. */
    private static double strength(double[] values, int period) {
        double mean =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(0);
        var deviations = new double[values.length];
        int known = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                deviations[i] = values[i] - mean;
                known++;
            }
        }
        double variance = covariance(deviations, 0);
        if (!(variance > 1e-20 * known * mean * mean)) {
            return 0;
        }
        double squares = 0;
        for (int lag = 1; lag < period; lag++) {
            double correlation = covariance(deviations, lag) / variance;
            squares += correlation * correlation;
        }
        return covariance(deviations, period) / variance / Math.sqrt((1 + 2 * squares) / known);
    }

    private static double covariance(double[] deviations, int lag) {
        double sum = 0;
        for (int i = lag; i < deviations.length; i++) {
            sum += deviations[i] * deviations[i - lag];
        }
        return sum;
    }

    private static SeasonalProfile decompose(double[] values, int period, boolean multiplicative, boolean positive) {
        var trend = centredAverage(values, period);
        var positions = new Positions(period);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(trend[i]) && !Double.isNaN(values[i]) && (!multiplicative || trend[i] > 0)) {
                positions.add(i % period, values[i], trend[i], multiplicative, positive);
            }
        }
        return new SeasonalProfile(positions.factors(multiplicative), multiplicative);
    }

    /**
     * The average over one whole cycle around each period; for an even cycle the two outermost count half. {@code NaN} at both ends
     * and where less than half of the cycle is known.
     */
    static double[] centredAverage(double[] values, int period) {
        int half = period / 2;
        boolean even = period % 2 == 0;
        var sums = new double[values.length + 1];
        var counts = new int[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            boolean known = !Double.isNaN(values[i]);
            sums[i + 1] = sums[i] + (known ? values[i] : 0);
            counts[i + 1] = counts[i] + (known ? 1 : 0);
        }
        var averages = new double[values.length];
        Arrays.fill(averages, Double.NaN);
        for (int i = half; i < values.length - half; i++) {
            double sum = sums[i + half + 1] - sums[i - half];
            double weight = counts[i + half + 1] - counts[i - half];
            if (even) {
                sum = (sum + sums[i + half] - sums[i - half + 1]) / 2;
                weight = (weight + counts[i + half] - counts[i - half + 1]) / 2;
            }
            if (weight >= period / 2.0) {
                averages[i] = sum / weight;
            }
        }
        return averages;
    }

    /** What is seen at each position of the cycle. */
    private static final class Positions {

        private final double[] tops;
        private final double[] bottoms;
        private final double[] squares;
        private final double[] crosses;
        private final double[] trendSquares;
        private final int[] counts;

        Positions(int period) {
            tops = new double[period];
            bottoms = new double[period];
            squares = new double[period];
            crosses = new double[period];
            trendSquares = new double[period];
            counts = new int[period];
        }

        /** Positive values by their mean ratio; values with zeros by the ratio of sums, which a small trend cannot blow up. */
        void add(int position, double value, double trend, boolean multiplicative, boolean positive) {
            double top = multiplicative ? (positive ? value / trend : value) : value - trend;
            double bottom = multiplicative && !positive ? trend : 1;
            tops[position] += top;
            bottoms[position] += bottom;
            squares[position] += top * top;
            crosses[position] += top * bottom;
            trendSquares[position] += bottom * bottom;
            counts[position]++;
        }

        double[] factors(boolean multiplicative) {
            int period = counts.length;
            double centre = multiplicative ? 1 : 0;
            var factors = new double[period];
            double sum = 0;
            for (int i = 0; i < period; i++) {
                factors[i] = counts[i] == 0 ? centre : tops[i] / bottoms[i];
                sum += factors[i];
            }
            double average = sum / period;
            if (multiplicative && !(average > 0)) {
                return new double[] {1};
            }
            double noise = noise(factors);
            for (int i = 0; i < period; i++) {
                boolean closed = multiplicative && factors[i] == 0;
                double factor = multiplicative ? factors[i] / average : factors[i] - average;
                factors[i] = closed ? 0 : centre + (1 - noise) * (factor - centre);
            }
            return factors;
        }

        /** The share of the spread of factors that chance alone explains, between 0 and 1. */
        private double noise(double[] factors) {
            int period = factors.length;
            double chance = 0;
            double mean = Arrays.stream(factors).average().orElse(0);
            double spread = 0;
            for (int i = 0; i < period; i++) {
                double f = factors[i];
                double residual = squares[i] - 2 * f * crosses[i] + f * f * trendSquares[i];
                double freedom = counts[i] > 1 ? counts[i] / (counts[i] - 1.0) : 1;
                chance += counts[i] == 0 ? 0 : Math.max(0, residual) * freedom / (bottoms[i] * bottoms[i]) / period;
                spread += (f - mean) * (f - mean) / (period - 1);
            }
            double share = spread > 0 ? Math.max(0, period - 3) / (period - 1.0) * chance / spread : 0;
            return share < LITTLE_NOISE ? 0 : Math.min(1, share);
        }
    }
}
