package dev.storetwin.core.forecast.intermittent;

import dev.storetwin.core.forecast.distribution.Steps;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.List;

/**
 * The fast tier for nightly plans: smoothing at a few speeds side by side in one pass, the best of them with half the trend of the
 * series (as Theta has it), or the method of Teunter, Syntetos and Babai for slow sellers; counts around it. Nothing is fitted
 * twice.
 */
public final class NightlyPlan implements DemandForecaster {

    private static final String NAME = "nightly-plan";
    private static final String VERSION = "1";
    private static final double[] ALPHAS = {.05, .1, .2, .35, .5};
    private static final double SLOW_ALPHA = .1;
    private static final double PRIOR = 2;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DemandForecast forecast(TimeSeries series, int horizon) {
        Steps.checkHorizon(horizon);
        var history = Known.history(series);
        boolean slow = history.isSlow();
        var part = slow ? slow(history, horizon) : smooth(history, horizon);
        var reason =
                Known.reason(history, slow ? "sold now and then: tsb" : "sold steadily: smoothing with half the trend");
        return new SlowForecast(
                series.name(),
                history.unit(),
                history.isWhole(),
                List.of(part),
                horizon,
                Known.card(NAME, VERSION, series, history),
                reason);
    }

    private static Part slow(History history, int horizon) {
        var means = new double[horizon];
        var noise = new double[horizon];
        double mean = new Tsb(SLOW_ALPHA, SLOW_ALPHA).atLast(history.withWaiting());
        Arrays.fill(means, mean);
        Arrays.fill(noise, Moments.of(history).noise(mean));
        double doubt = mean > 0 ? Math.min(1, SLOW_ALPHA * noise[0] / (mean * mean)) : 0;
        return new Part(1, means, noise, doubt, new double[0]);
    }

    /** Errors grow as those of smoothing do: each further step adds its square of alpha. */
    private static Part smooth(History history, int horizon) {
        int known = history.known();
        double drift = halfTrend(history);
        var levels = new double[ALPHAS.length];
        var errors = new double[ALPHAS.length];
        Arrays.fill(levels, history.count(0));
        for (int i = 1; i < known; i++) {
            for (int a = 0; a < ALPHAS.length; a++) {
                double error = history.count(i) - levels[a] - drift;
                errors[a] += error * error;
                levels[a] += drift + ALPHAS[a] * error;
            }
        }
        int best = 0;
        for (int a = 1; a < ALPHAS.length; a++) {
            best = errors[a] < errors[best] ? a : best;
        }
        var means = new double[horizon];
        var noise = new double[horizon];
        double usual = Moments.of(history).noise(Math.max(0, levels[best]));
        double variance = (errors[best] + PRIOR * usual) / (known - 1 + PRIOR);
        for (int i = 0; i < horizon; i++) {
            means[i] = Math.max(0, levels[best] + (i + 1) * drift);
            noise[i] = variance * (1 + i * ALPHAS[best] * ALPHAS[best]);
        }
        return new Part(1, means, noise, 0, new double[0]);
    }

    /** Half the slope of the straight line through the history. */
    private static double halfTrend(History history) {
        double n = history.known();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += history.count(i) * (i - (n - 1) / 2);
        }
        return n < 3 ? 0 : sum * 6 / (n * (n * n - 1));
    }
}
