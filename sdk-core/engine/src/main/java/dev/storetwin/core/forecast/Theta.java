package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.SimpleExponentialSmoothing.Smoothed;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Theta method (Assimakopoulos and Nikolopoulos 2000), the winner of the M3 competition: the mean of the linear trend and of the
 * smoothed series with its curvature doubled. In the form of Hyndman and Billah 2003: simple exponential smoothing of the seasonally
 * adjusted series, plus half the slope of the linear trend for each step.
 */
final class Theta implements ForecastMethod {

    private static final int FEWEST_FOR_TREND = 4;

    @Override
    public String name() {
        return "theta";
    }

    @Override
    public boolean suits(Observations history) {
        return !history.isIntermittent();
    }

    @Override
    public Fit fit(Observations history) {
        var values = history.adjusted();
        var smoothed = SimpleExponentialSmoothing.smooth(values);
        double drift = slope(values) / 2;
        return new Drifting(smoothed, drift, bases(values, smoothed, drift));
    }

    /** Slope of the least-squares line through the known values; 0 with too few to speak of a trend. */
    private static double slope(double[] values) {
        int known = 0;
        double times = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                known++;
                times += i;
                sum += values[i];
            }
        }
        if (known < FEWEST_FOR_TREND) {
            return 0;
        }
        double middle = times / known;
        double mean = sum / known;
        double cross = 0;
        double square = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                cross += (i - middle) * (values[i] - mean);
                square += (i - middle) * (i - middle);
            }
        }
        return cross / square;
    }

    /** One-step forecasts: the level, plus what it lags behind a drifting series (1 / alpha periods in the long run). */
    private static double[] bases(double[] values, Smoothed smoothed, double drift) {
        var bases = new double[values.length];
        double lag = 0;
        for (int i = 0; i < values.length; i++) {
            lag = 1 + (Double.isNaN(values[i]) ? lag : (1 - smoothed.alpha()) * lag);
            bases[i] = smoothed.levels()[i] + drift * lag;
        }
        return bases;
    }

    private record Drifting(Smoothed smoothed, double drift, double[] bases) implements Fit {

        @Override
        public double forecast(int origin, int step) {
            return bases[origin] + drift * (step - 1);
        }

        @Override
        public double persistence() {
            return smoothed.persistence();
        }

        @Override
        public Map<String, String> settings() {
            var settings = new TreeMap<>(smoothed.settings());
            settings.put("drift", Double.toString(drift));
            return settings;
        }
    }
}
