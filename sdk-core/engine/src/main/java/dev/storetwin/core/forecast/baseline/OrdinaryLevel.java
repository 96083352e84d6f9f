package dev.storetwin.core.forecast.baseline;

import java.util.Arrays;

/**
 * What is ordinary in each period: a mean, drifting where the neighbours foretell a period better than the mean does, times a season
 * where that does better still. Judged by leaving each period out in turn.
 */
public final class OrdinaryLevel {

    private static final int NARROWEST = 13;
    private static final double CLEARLY = .95;
    private static final double FEWEST_CYCLES = 2;
    private static final double LEAST_SHARE = .05;

    private final double[] values;
    private final double mean;

    private OrdinaryLevel(double[] values) {
        this.values = values;
        double sum = 0;
        int known = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                known++;
            }
        }
        this.mean = known == 0 ? 0 : sum / known;
    }

    /** One above zero for each period, unless the mean is not above zero: then ones. */
    public static double[] of(double[] values, int period) {
        var level = new OrdinaryLevel(values);
        var ordinary = new double[values.length];
        if (!(level.mean > 0)) {
            Arrays.fill(ordinary, 1);
            return ordinary;
        }
        Arrays.fill(ordinary, level.mean);
        var local = level.local(Math.max(NARROWEST, period / 2));
        if (level.error(local) < CLEARLY * level.error(level.local(values.length))) {
            ordinary = local;
        }
        if (period > 1 && values.length >= FEWEST_CYCLES * period) {
            var seasonal = level.seasonal(ordinary, period, true);
            if (level.error(seasonal) < CLEARLY * level.error(ordinary)) {
                ordinary = level.seasonal(ordinary, period, false);
            }
        }
        for (int i = 0; i < ordinary.length; i++) {
            ordinary[i] = Math.max(LEAST_SHARE * level.mean, ordinary[i]);
        }
        return ordinary;
    }

    /** Means of the neighbours on both sides, without the period itself. */
    private double[] local(int width) {
        var sums = new double[values.length + 1];
        var counts = new int[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            boolean known = !Double.isNaN(values[i]);
            sums[i + 1] = sums[i] + (known ? values[i] : 0);
            counts[i + 1] = counts[i] + (known ? 1 : 0);
        }
        var means = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - width);
            int to = (int) Math.min(values.length, (long) i + width + 1);
            boolean known = !Double.isNaN(values[i]);
            double sum = sums[to] - sums[from] - (known ? values[i] : 0);
            int count = counts[to] - counts[from] - (known ? 1 : 0);
            means[i] = count == 0 ? mean : sum / count;
        }
        return means;
    }

    /** The level times the mean ratio of the other cycles at the same place, drawn to 1 by one ordinary cycle. */
    private double[] seasonal(double[] level, int period, boolean leaveOut) {
        var sums = new double[period];
        var counts = new int[period];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i]) && level[i] > 0) {
                sums[i % period] += values[i] / level[i];
                counts[i % period]++;
            }
        }
        var seasonal = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            boolean out = leaveOut && !Double.isNaN(values[i]) && level[i] > 0;
            double sum = sums[i % period] - (out ? values[i] / level[i] : 0);
            int count = counts[i % period] - (out ? 1 : 0);
            seasonal[i] = level[i] * (sum + 1) / (count + 1);
        }
        return seasonal;
    }

    private double error(double[] foretold) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                sum += (values[i] - foretold[i]) * (values[i] - foretold[i]);
            }
        }
        return sum;
    }
}
