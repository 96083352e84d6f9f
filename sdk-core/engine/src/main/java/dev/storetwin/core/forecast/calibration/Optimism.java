package dev.storetwin.core.forecast.calibration;

import dev.storetwin.core.forecast.method.FittedMethod;
import dev.storetwin.core.forecast.method.MethodFitter;
import java.util.Arrays;

/**
 * How much smaller errors look to a method whose parameters have seen them (the optimism of Efron 1986): from moments of the past, a
 * quick method forecasts once with the parameters of the whole and once with those it would have had then.
 */
public final class Optimism {

    private static final int MOMENTS = 6;
    private static final int SHORTEST_PAST = 6;
    private static final double PRIOR = 12;
    private static final double MOST = 2;

    private double honest;
    private double kept;
    private int scores;

    private Optimism() {}

    /**
     * By what deviations are to be multiplied: at least 1.
     *
     * @param quick   a method that costs little to fit again and again
     * @param values  what was seen, without season
     * @param horizon how far ahead it forecasts
     */
    public static double of(MethodFitter quick, double[] values, int horizon) {
        var optimism = new Optimism();
        int earliest = Math.max(SHORTEST_PAST, values.length / 2);
        int steps = Math.min(horizon, Math.max(1, values.length / 4));
        int room = values.length - 1 - earliest;
        if (room < 1) {
            return 1;
        }
        var whole = quick.fit(values, 1);
        for (int i = 0; i < MOMENTS; i++) {
            int origin = earliest + (int) ((long) i * room / MOMENTS);
            var past = Arrays.copyOf(values, origin);
            optimism.judge(quick.fit(past, 1), whole.upTo(origin), values, Math.min(steps, values.length - origin));
        }
        return optimism.factor();
    }

    /** In deviations of the whole, so that no moment outweighs the others. */
    private void judge(FittedMethod then, FittedMethod now, double[] values, int steps) {
        var deviations = now.deviations(steps);
        var honestMeans = then.means(steps);
        var keptMeans = now.means(steps);
        for (int i = 0; i < steps; i++) {
            double value = values[now.size() + i];
            if (!Double.isNaN(value) && deviations[i] > 0) {
                honest += square((value - honestMeans[i]) / deviations[i]);
                kept += square((value - keptMeans[i]) / deviations[i]);
                scores++;
            }
        }
    }

    private static double square(double x) {
        return x * x;
    }

    private double factor() {
        double prior = scores == 0 ? 1 : PRIOR * kept / scores;
        return prior > 0 ? Math.sqrt(Math.min(MOST * MOST, Math.max(1, (honest + prior) / (kept + prior)))) : 1;
    }
}
