package dev.storetwin.core.forecast;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.QuantileLevels;
import dev.storetwin.forecast.TimeSeries;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * The method that would have foretold this series best: each forecasts from several moments of the past, and the one whose quantiles
 * fit best to what then happened is used (rolling origin, Tashman 2000; quantile loss, Koenker and Bassett 1978). Judged as
 * distributions, for the mean absolute error alone prefers a forecast of zero for slow sellers.
 */
final class RollingOriginPick implements DemandForecaster {

    private static final double[] LEVELS = QuantileLevels.DEFAULT.toArray();
    private static final int MOST_ORIGINS = 6;
    private static final int FEWEST_KNOWN = 8;
    private static final double TIE = 1e-9;

    private final List<ForecastMethod> methods;
    private final ForecastMethod fallback;

    private RollingOriginPick(List<ForecastMethod> methods, ForecastMethod fallback) {
        this.methods = methods;
        this.fallback = fallback;
    }

    /**
     * A pick among methods.
     *
     * @param methods  the simpler first: it wins a tie
     * @param fallback for histories too short to judge by
     */
    static RollingOriginPick among(List<ForecastMethod> methods, ForecastMethod fallback) {
        return new RollingOriginPick(List.copyOf(methods), fallback);
    }

    @Override
    public String name() {
        return "pick";
    }

    @Override
    public DemandForecast forecast(TimeSeries series, int horizon) {
        var history = Observations.of(series);
        var origins = origins(history, horizon);
        var candidates =
                methods.stream().filter(method -> method.suits(history)).toList();
        if (origins.length == 0 || candidates.size() < 2) {
            return FittedForecast.of(
                    fallback,
                    history,
                    horizon,
                    "%d known values are too few to compare methods".formatted(history.known()));
        }
        var losses = losses(candidates, history, origins, horizon);
        int best = 0;
        for (int i = 1; i < losses.length; i++) {
            if (losses[i] < losses[best] * (1 - TIE)) {
                best = i;
            }
        }
        return FittedForecast.of(
                candidates.get(best), history, horizon, reason(candidates, losses, best, origins.length));
    }

    /** Lengths of the histories to forecast from, the longest first; empty when there is too little to judge by. */
    private static int[] origins(Observations history, int horizon) {
        if (history.known() < FEWEST_KNOWN) {
            return new int[0];
        }
        int steps = judged(history, horizon);
        int stride = Math.max(1, steps / 2);
        int last = history.size() - steps;
        int first = Math.max(4, history.size() / 3);
        int count = Math.max(0, Math.min(MOST_ORIGINS, 1 + (last - first) / stride));
        var origins = new int[count];
        for (int i = 0; i < count; i++) {
            origins[i] = last - i * stride;
        }
        return origins;
    }

    private static int judged(Observations history, int horizon) {
        return Math.max(1, Math.min(horizon, history.size() / 4));
    }

    private static double[] losses(List<ForecastMethod> candidates, Observations history, int[] origins, int horizon) {
        int steps = judged(history, horizon);
        var losses = new double[candidates.size()];
        int judged = 0;
        for (int origin : origins) {
            var past = history.head(origin);
            for (int i = 0; i < losses.length; i++) {
                var forecast = FittedForecast.of(candidates.get(i), past, steps, "");
                losses[i] += loss(forecast, history, origin);
            }
            for (int step = 0; step < steps; step++) {
                judged += Double.isNaN(history.values()[origin + step]) ? 0 : LEVELS.length;
            }
        }
        for (int i = 0; i < losses.length; i++) {
            losses[i] /= Math.max(1, judged);
        }
        return losses;
    }

    private static double loss(DemandForecast forecast, Observations history, int origin) {
        double loss = 0;
        for (int step = 1; step <= forecast.horizon(); step++) {
            double value = history.values()[origin + step - 1];
            if (!Double.isNaN(value)) {
                var demand = forecast.at(step);
                for (double level : LEVELS) {
                    loss += Pinball.loss(level, demand.quantile(level), value);
                }
            }
        }
        return loss;
    }

    private static String reason(List<ForecastMethod> candidates, double[] losses, int best, int origins) {
        var others = new StringJoiner(", ");
        for (int i = 0; i < losses.length; i++) {
            if (i != best) {
                others.add(
                        String.format(Locale.ROOT, "%s %.4g", candidates.get(i).name(), losses[i]));
            }
        }
        return String.format(
                Locale.ROOT,
                "%s had the least quantile loss from %d moments of the past: %.4g, against %s",
                candidates.get(best).name(),
                origins,
                losses[best],
                others);
    }
}
