package dev.storetwin.core.forecast.pooled;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * Weekly demand of many series that lend each other what one alone is too short to show.
 *
 * <p>The season comes from {@link SeasonPool}. Each series has a level of its own, which forgets slowly: sales by season, both
 * discounted with age, as the mean of a gamma-Poisson model does (Harvey and Fernandes 1989). How far counts scatter around their mean
 * is measured one week ahead and drawn to what series of the same size show. Weeks out of stock say nothing and are left out.
 */
public final class PooledForecaster {

    private static final double FORGETTING = .05;
    private static final double START_WEEKS = .5;
    private static final int SCATTER_WEEKS = 60;
    private static final double SCATTER_PRIOR_WEEKS = 20;
    private static final double LEAST_MEAN = .05;
    private static final double LEAST_SCATTER = 1.05;
    private static final double WILD = 60;

    /** The variance of a level with weights falling by a constant share is half that of one observation by the sum of weights. */
    private static final double LEVEL_SHARE = .5;

    /** A forecaster without settings. */
    public PooledForecaster() {}

    /** One forecast per series, in their order. */
    public List<DemandForecast> forecast(List<PooledSeries> all, int horizon) {
        var seasons = SeasonPool.of(all);
        var fits = new ArrayList<Level>();
        for (int i = 0; i < all.size(); i++) {
            var history = all.get(i).history();
            fits.add(Level.of(history, seasons.factors(i, history, history.size())));
        }
        var usual = ScatterBySize.of(fits);
        var forecasts = new ArrayList<DemandForecast>();
        for (int i = 0; i < all.size(); i++) {
            forecasts.add(forecast(i, all.get(i).history(), seasons, fits.get(i), usual, horizon));
        }
        return List.copyOf(forecasts);
    }

    private static DemandForecast forecast(
            int index, TimeSeries history, SeasonPool seasons, Level fit, ScatterBySize usual, int horizon) {
        var means = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            means[step] = fit.level() * seasons.factor(index, history, history.size() + step);
        }
        double scatter = Math.max(LEAST_SCATTER, fit.scatter(usual));
        double doubt = fit.level() > 0 ? LEVEL_SHARE * scatter / (fit.level() * fit.weeks()) : 0;
        return new PooledForecast(history, means, scatter, Math.min(1, doubt));
    }

    /**
     * Where a series stands.
     *
     * @param level   units per week of no season
     * @param weeks   how many weeks the level rests on, after forgetting
     * @param size    mean forecast of the weeks that scatter was measured in
     * @param scatter mean of squared error by forecast, 1 for Poisson
     * @param seen    weeks that scatter was measured in
     */
    private record Level(double level, double weeks, double size, double scatter, int seen) {

        static Level of(TimeSeries history, double[] season) {
            double start = overall(history, season);
            double sold = START_WEEKS * start;
            double weeks = START_WEEKS;
            double sizes = 0;
            double scatters = 0;
            int seen = 0;
            for (int week = 0; week < season.length; week++) {
                boolean known = history.isKnown(week);
                if (known && week >= season.length - SCATTER_WEEKS) {
                    double mean = sold / weeks * season[week];
                    double error = history.value(week) - mean;
                    scatters += error * error / Math.max(LEAST_MEAN, mean);
                    sizes += mean;
                    seen++;
                }
                sold = (1 - FORGETTING) * sold + FORGETTING * START_WEEKS * start + (known ? history.value(week) : 0);
                weeks = (1 - FORGETTING) * weeks + FORGETTING * START_WEEKS + (known ? season[week] : 0);
            }
            return seen == 0
                    ? new Level(sold / weeks, weeks, start, 1, 0)
                    : new Level(sold / weeks, weeks, sizes / seen, Math.min(WILD, scatters / seen), seen);
        }

        private static double overall(TimeSeries history, double[] season) {
            double sold = 0;
            double weeks = 0;
            for (int week = 0; week < season.length; week++) {
                sold += history.isKnown(week) ? history.value(week) : 0;
                weeks += history.isKnown(week) ? season[week] : 0;
            }
            return weeks > 0 ? sold / weeks : 0;
        }

        double scatter(ScatterBySize usual) {
            return (seen * scatter + SCATTER_PRIOR_WEEKS * usual.at(size)) / (seen + SCATTER_PRIOR_WEEKS);
        }
    }

    /**
     * Scatter as a power of size: a straight line through the logarithms of all series.
     *
     * @param height at size 1
     * @param slope  the power
     */
    private record ScatterBySize(double height, double slope) {

        private static final double LEAST_SIZE = .1;
        private static final double EVEN = .3;

        static ScatterBySize of(List<Level> fits) {
            int count = 0;
            double x = 0;
            double y = 0;
            double xx = 0;
            double xy = 0;
            for (var fit : fits) {
                if (fit.seen() > 0) {
                    double size = StrictMath.log(Math.max(LEAST_SIZE, fit.size()));
                    double scatter = StrictMath.log(Math.max(EVEN, fit.scatter()));
                    count++;
                    x += size;
                    y += scatter;
                    xx += size * size;
                    xy += size * scatter;
                }
            }
            double spread = count * xx - x * x;
            double slope = spread > 1e-9 ? (count * xy - x * y) / spread : 0;
            return new ScatterBySize(count == 0 ? 0 : (y - slope * x) / count, slope);
        }

        double at(double size) {
            return StrictMath.exp(height + slope * StrictMath.log(Math.max(LEAST_SIZE, size)));
        }
    }
}
