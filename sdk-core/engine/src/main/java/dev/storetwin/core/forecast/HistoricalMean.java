package dev.storetwin.core.forecast;

import java.util.Map;

/** The mean of all that is known, season put on: the best there is when demand neither drifts nor trends. */
final class HistoricalMean implements ForecastMethod {

    @Override
    public String name() {
        return "mean";
    }

    @Override
    public Fit fit(Observations history) {
        var values = history.adjusted();
        var means = new double[values.length];
        double sum = 0;
        int known = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                known++;
            }
            means[i] = known == 0 ? 0 : sum / known;
        }
        return new Means(means);
    }

    private record Means(double[] means) implements Fit {

        @Override
        public double forecast(int origin, int step) {
            return means[origin];
        }

        @Override
        public double persistence() {
            return 0;
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("mean", Double.toString(means[means.length - 1]));
        }
    }
}
