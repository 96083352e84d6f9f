package dev.storetwin.core.inventory.policy;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.ModelCard;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * A factor per week of the year over all series, and the mean of the last thirteen periods of each; periods out of stock are left out.
 *
 * <p>The factor of a week is the mean sale of that week by the mean of these means. How counts scatter around the average is measured in
 * the same thirteen periods and drawn to what the panel shows.
 */
record SeasonalAverage() implements PanelForecaster {

    private static final int WINDOW = 13;
    private static final int WEEKS = 54;
    private static final double PRIOR = 13;
    private static final double LEAST_MEAN = .05;
    private static final double LEAST_SCATTER = 1.02;

    @Override
    public String name() {
        return "seasonal-average";
    }

    @Override
    public List<DemandForecast> forecast(
            List<TimeSeries> known, List<List<String>> groups, int horizon, Executor executor) {
        var season = season(known);
        var levels = known.stream().map(it -> Level.of(it, season)).toList();
        double usual = levels.stream().mapToDouble(Level::scatter).average().orElse(1);
        var forecasts = new ArrayList<DemandForecast>();
        for (int i = 0; i < levels.size(); i++) {
            forecasts.add(forecast(known.get(i), levels.get(i), season, usual, horizon));
        }
        return forecasts;
    }

    private static DemandForecast forecast(
            TimeSeries history, Level level, double[] season, double usual, int horizon) {
        var means = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            means[step] = level.mean() * season[weekOfYear(history, history.size() + step)];
        }
        double scatter = (level.seen() * level.scatter() + PRIOR * usual) / (level.seen() + PRIOR);
        return new ScatteredForecast(
                history.name(),
                new ScatteredForecast.Means(means),
                Math.max(LEAST_SCATTER, scatter),
                ModelCard.of("seasonal-average", "1"));
    }

    private static double[] season(List<TimeSeries> known) {
        var sums = new double[WEEKS];
        var counts = new int[WEEKS];
        for (int period = 0; period < known.get(0).size(); period++) {
            double sold = 0;
            int seen = 0;
            for (var history : known) {
                sold += history.isKnown(period) ? history.value(period) : 0;
                seen += history.isKnown(period) ? 1 : 0;
            }
            if (seen > 0) {
                int week = weekOfYear(known.get(0), period);
                sums[week] += sold / seen;
                counts[week]++;
            }
        }
        return factors(sums, counts);
    }

    private static double[] factors(double[] sums, int[] counts) {
        double all = 0;
        int seen = 0;
        for (int week = 0; week < WEEKS; week++) {
            all += counts[week] == 0 ? 0 : sums[week] / counts[week];
            seen += counts[week] == 0 ? 0 : 1;
        }
        var season = new double[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            season[week] = counts[week] == 0 || sums[week] == 0 ? 1 : sums[week] / counts[week] / (all / seen);
        }
        return season;
    }

    private static int weekOfYear(TimeSeries history, int period) {
        return history.calendar().orElseThrow().dateOf(period).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /**
     * Where a series stands.
     *
     * @param mean    units per period of no season
     * @param scatter mean of squared error by expectation, 1 for Poisson
     * @param seen    periods behind both
     */
    private record Level(double mean, double scatter, int seen) {

        static Level of(TimeSeries history, double[] season) {
            double sum = 0;
            int seen = 0;
            int from = Math.max(0, history.size() - WINDOW);
            for (int period = from; period < history.size(); period++) {
                if (history.isKnown(period)) {
                    sum += history.value(period) / season[weekOfYear(history, period)];
                    seen++;
                }
            }
            double mean = seen == 0 ? 0 : sum / seen;
            return new Level(mean, scatter(history, season, from, mean), seen);
        }

        private static double scatter(TimeSeries history, double[] season, int from, double mean) {
            double sum = 0;
            int seen = 0;
            for (int period = from; period < history.size(); period++) {
                if (history.isKnown(period)) {
                    double expected = mean * season[weekOfYear(history, period)];
                    double error = history.value(period) - expected;
                    sum += error * error / Math.max(LEAST_MEAN, expected);
                    seen++;
                }
            }
            return seen < 2 ? 1 : sum / (seen - 1);
        }
    }
}
