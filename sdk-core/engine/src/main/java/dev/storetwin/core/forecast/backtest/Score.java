package dev.storetwin.core.forecast.backtest;

import dev.storetwin.forecast.Backtest;
import dev.storetwin.forecast.BacktestResult;
import dev.storetwin.forecast.BacktestSettings;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.QuantileLevels;
import dev.storetwin.forecast.TimeSeries;

/** Running sums over judged forecasts. */
final class Score {

    static final QuantileLevels LEVELS = Backtest.SPL_LEVELS;

    private static final int LOWER = LEVELS.levels().indexOf(.025);
    private static final int UPPER = LEVELS.levels().indexOf(.975);

    private long periods;
    private long forecasts;
    private long seasonallyScaled;
    private long scaled;
    private double smape;
    private double mase;
    private double rmsse;
    private double spl;
    private double absoluteErrors;
    private double absoluteValues;
    private double errors;
    private long covered;
    private double cost;
    private long cpuNanos;

    void addCpu(long nanos) {
        cpuNanos += nanos;
    }

    /**
     * Judges one forecast by what followed; periods that are not known are left out.
     *
     * @param origin    index of the first period foretold
     * @param quantiles of the forecast at {@link #LEVELS}, one row per step
     */
    void add(
            TimeSeries series,
            int origin,
            DemandForecast forecast,
            double[][] quantiles,
            Scale scale,
            BacktestSettings settings) {
        int known = 0;
        double smapes = 0;
        double absolute = 0;
        double squares = 0;
        double pinball = 0;
        for (int step = 1; step <= forecast.horizon(); step++) {
            int index = origin + step - 1;
            if (series.isKnown(index)) {
                double value = series.value(index);
                double error = forecast.mean(step) - value;
                known++;
                smapes += symmetric(error, forecast.mean(step), value);
                absolute += Math.abs(error);
                squares += error * error;
                errors += error;
                absoluteValues += Math.abs(value);
                pinball += pinball(quantiles[step - 1], value);
                covered += quantiles[step - 1][LOWER] <= value && value <= quantiles[step - 1][UPPER] ? 1 : 0;
                cost += cost(forecast.quantile(step, settings.criticalFractile()), value, settings);
            }
        }
        if (known == 0) {
            return;
        }
        periods += known;
        forecasts++;
        smape += smapes / known;
        absoluteErrors += absolute;
        if (scale.seasonalChange() > 0) {
            seasonallyScaled++;
            mase += absolute / known / scale.seasonalChange();
        }
        if (scale.change() > 0) {
            scaled++;
            rmsse += Math.sqrt(squares / known / scale.squaredChange());
            spl += pinball / known / scale.change();
        }
    }

    private static double symmetric(double error, double forecast, double value) {
        double sum = Math.abs(forecast) + Math.abs(value);
        return sum == 0 ? 0 : 200 * Math.abs(error) / sum;
    }

    private static double pinball(double[] quantiles, double value) {
        double loss = 0;
        for (int i = 0; i < quantiles.length; i++) {
            loss += Pinball.loss(LEVELS.level(i), quantiles[i], value);
        }
        return loss / quantiles.length;
    }

    private static double cost(double ordered, double value, BacktestSettings settings) {
        return ordered >= value ? settings.holding() * (ordered - value) : settings.shortage() * (value - ordered);
    }

    void add(Score other) {
        periods += other.periods;
        forecasts += other.forecasts;
        seasonallyScaled += other.seasonallyScaled;
        scaled += other.scaled;
        smape += other.smape;
        mase += other.mase;
        rmsse += other.rmsse;
        spl += other.spl;
        absoluteErrors += other.absoluteErrors;
        absoluteValues += other.absoluteValues;
        errors += other.errors;
        covered += other.covered;
        cost += other.cost;
        cpuNanos += other.cpuNanos;
    }

    BacktestResult result(String method, int origins) {
        return new BacktestResult(
                method,
                origins,
                periods,
                ratio(smape, forecasts),
                ratio(mase, seasonallyScaled),
                ratio(rmsse, scaled),
                ratio(absoluteErrors, absoluteValues),
                ratio(errors, absoluteValues),
                ratio(spl, scaled),
                ratio(covered, periods),
                ratio(cost, periods),
                cpuNanos / 1e9);
    }

    private static double ratio(double sum, double of) {
        return of == 0 ? 0 : sum / of;
    }
}
