package dev.storetwin.core.forecast.ets;

import java.util.Arrays;

/**
 * First states to search from (Hyndman, Koehler, Snyder and Grose 2002): seasons by classical decomposition, or by a line with one
 * wave when there are fewer than three cycles; level and trend by a line through the first seasonally adjusted values.
 */
final class StartingValues {

    private static final double SMALLEST_FACTOR = 1e-2;
    private static final double NEARLY_ZERO = 1e-8;
    private static final int FIRST_VALUES = 10;

    final double level;
    final double trend;

    /** Of one cycle, that of the first value first; empty without season. */
    final double[] seasons;

    private StartingValues(double level, double trend, double[] seasons) {
        this.level = level;
        this.trend = trend;
        this.seasons = seasons;
    }

    /** @param values complete: gaps have been filled */
    static StartingValues of(double[] values, int period, EtsModel model) {
        if (!model.hasSeason()) {
            return withLine(values, FIRST_VALUES, model, new double[0]);
        }
        boolean relative = model.season() == Component.MULTIPLICATIVE;
        var seasons = values.length < 3 * period
                ? ClassicalSeasons.aroundWave(values, period, relative)
                : ClassicalSeasons.byMovingAverage(values, period, relative);
        var adjusted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double season = seasons[i % seasons.length];
            adjusted[i] = relative ? values[i] / Math.max(season, SMALLEST_FACTOR) : values[i] - season;
        }
        return withLine(adjusted, Math.max(FIRST_VALUES, 2 * period), model, oneCycle(seasons, period, relative));
    }

    /** The first season follows from the others, as they have a fixed sum. */
    private static double[] oneCycle(double[] seasons, int period, boolean relative) {
        var cycle = Arrays.copyOf(seasons, period);
        double sum = 0;
        for (int i = 1; i < period; i++) {
            cycle[i] = relative ? Math.max(cycle[i], SMALLEST_FACTOR) : cycle[i];
            sum += cycle[i];
        }
        if (relative && sum >= period) {
            for (int i = 1; i < period; i++) {
                cycle[i] *= (period - 1) / sum;
            }
            sum = period - 1;
        }
        cycle[0] = (relative ? period : 0) - sum;
        return cycle;
    }

    private static StartingValues withLine(double[] adjusted, int most, EtsModel model, double[] seasons) {
        int count = Math.min(most, adjusted.length);
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += adjusted[i] / count;
        }
        if (!model.hasTrend()) {
            return new StartingValues(mean, 0, seasons);
        }
        double slope = slope(adjusted, count, mean);
        double level = mean - slope * (count + 1) / 2;
        return model.trend() == Component.ADDITIVE
                ? additive(level, slope, seasons)
                : multiplicative(adjusted, level, slope, seasons);
    }

    private static double slope(double[] values, int count, double mean) {
        double cross = 0;
        double square = 0;
        for (int i = 0; i < count; i++) {
            double time = i - (count - 1) / 2.;
            cross += time * (values[i] - mean);
            square += time * time;
        }
        return square == 0 ? 0 : cross / square;
    }

    /** A first forecast of zero would upset relative errors. */
    private static StartingValues additive(double level, double slope, double[] seasons) {
        boolean zero = Math.abs(level + slope) < NEARLY_ZERO;
        return zero
                ? new StartingValues(level * (1 + 1e-3), slope * (1 - 1e-3), seasons)
                : new StartingValues(level, slope, seasons);
    }

    private static StartingValues multiplicative(double[] values, double level, double slope, double[] seasons) {
        double first = Math.abs(level + slope) < NEARLY_ZERO ? 1e-7 : level + slope;
        double ratio = (level + 2 * slope) / first;
        double before = first / ratio;
        if (before >= NEARLY_ZERO && ratio >= NEARLY_ZERO) {
            return new StartingValues(Math.min(before, 1e10), ratio, seasons);
        }
        double second = values.length > 1 ? values[1] / values[0] : 1;
        return new StartingValues(Math.max(values[0], 1e-3), Math.max(second, 1e-3), seasons);
    }
}
