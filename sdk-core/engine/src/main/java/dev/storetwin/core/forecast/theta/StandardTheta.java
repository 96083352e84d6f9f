package dev.storetwin.core.forecast.theta;

import dev.storetwin.core.forecast.method.FittedMethod;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Theta method (Assimakopoulos and Nikolopoulos 2000), winner of the M3 competition, in the form of Hyndman and Billah 2003:
 * simple exponential smoothing, plus half the slope of the linear trend for each step and for each period that the level lags behind.
 *
 * <p>The deviations are those of the smoothing alone, as published: the slope counts as known.
 */
public final class StandardTheta implements FittedMethod {

    private static final int FEWEST_FOR_TREND = 4;

    private final Smoothing smoothing;
    private final double drift;
    private final int size;
    private final double[] levels;
    private final double[] lags;

    private StandardTheta(Smoothing smoothing, double drift, int size, double[] levels, double[] lags) {
        this.smoothing = smoothing;
        this.drift = drift;
        this.size = size;
        this.levels = levels;
        this.lags = lags;
    }

    /** Fitted to a series without season, {@code NaN} for unknown. */
    public static StandardTheta fit(double[] values) {
        var smoothing = Smoothing.of(values);
        var line = Line.through(values);
        double drift = line.count() < FEWEST_FOR_TREND ? 0 : line.slope() / 2;
        var fitted = new StandardTheta(
                smoothing, drift, values.length, new double[values.length + 1], new double[values.length + 1]);
        fitted.levels[0] = smoothing.first();
        for (int i = 0; i < values.length; i++) {
            fitted.step(i, values[i]);
        }
        return fitted;
    }

    /** Level and lag after one period more. The lag is (1 - (1 - alpha)^n) / alpha where all n values are known. */
    private void step(int i, double value) {
        boolean known = !Double.isNaN(value);
        double alpha = known ? smoothing.alpha() : 0;
        levels[i + 1] = known ? levels[i] + alpha * (value - levels[i]) : levels[i];
        lags[i + 1] = 1 + (1 - alpha) * lags[i];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double[] fitted() {
        var fitted = new double[size];
        for (int i = 0; i < size; i++) {
            fitted[i] = levels[i] + drift * lags[i];
        }
        return fitted;
    }

    @Override
    public double[] means(int horizon) {
        var means = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            means[step] = levels[size] + drift * (lags[size] + step);
        }
        return means;
    }

    @Override
    public double[] deviations(int horizon) {
        double alpha = smoothing.alpha();
        var deviations = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            deviations[step] = Math.sqrt(smoothing.variance() * (1 + step * alpha * alpha));
        }
        return deviations;
    }

    @Override
    public StandardTheta append(double value) {
        var longer = new StandardTheta(
                smoothing, drift, size + 1, Arrays.copyOf(levels, size + 2), Arrays.copyOf(lags, size + 2));
        longer.step(size, value);
        return longer;
    }

    @Override
    public StandardTheta upTo(int size) {
        return new StandardTheta(smoothing, drift, Math.min(size, this.size), levels, lags);
    }

    @Override
    public Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("alpha", Double.toString(smoothing.alpha()));
        settings.put("drift", Double.toString(drift));
        settings.put("first_level", Double.toString(smoothing.first()));
        return settings;
    }
}
