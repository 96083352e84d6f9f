package dev.storetwin.core.forecast.intermittent;

import dev.storetwin.core.forecast.distribution.Steps;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.List;

/**
 * An intermittent-demand method with a distribution around the rate that it foretells: negative binomial counts with the scatter that
 * the history shows, or sales that happen or not in the sizes seen.
 */
final class IntermittentMethod implements DemandForecaster {

    private static final String VERSION = "1";

    private final String name;
    private final Rate rate;
    private final boolean bySizes;

    private IntermittentMethod(String name, Rate rate, boolean bySizes) {
        this.name = name;
        this.rate = rate;
        this.bySizes = bySizes;
    }

    static IntermittentMethod counts(String name, Rate rate) {
        return new IntermittentMethod(name, rate, false);
    }

    static IntermittentMethod sizes(String name, Rate rate) {
        return new IntermittentMethod(name, rate, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DemandForecast forecast(TimeSeries series, int horizon) {
        Steps.checkHorizon(horizon);
        var history = Known.history(series);
        double mean = rate.atLast(history.withWaiting());
        var part = bySizes ? sizes(history, mean, horizon) : counts(history, mean, horizon);
        var card = Known.card(name, VERSION, series, history);
        var reason = Known.reason(history, "asked for by name");
        return new SlowForecast(series.name(), history.unit(), history.isWhole(), List.of(part), horizon, card, reason);
    }

    private static Part counts(History history, double mean, int horizon) {
        var moments = Moments.of(history);
        double noise = moments.noise(mean);
        double doubt = mean > 0 ? Math.min(1, noise / (mean * mean) / Math.max(1, history.known())) : 0;
        return new Part(1, filled(mean, horizon), filled(noise, horizon), doubt, new double[0]);
    }

    private static Part sizes(History history, double mean, int horizon) {
        var sizes = history.sizes();
        double size = Moments.of(history).size();
        double capped = Math.min(mean, size);
        double chance = size > 0 ? capped / size : 0;
        double noise = chance * (Moments.of(history).sizeVariance() + (1 - chance) * size * size);
        double doubt = chance > 0 ? Math.min(1, (1 - chance) / chance / Math.max(1, history.known())) : 0;
        return new Part(1, filled(capped, horizon), filled(noise, horizon), doubt, size > 0 ? sizes : new double[0]);
    }

    private static double[] filled(double value, int length) {
        var values = new double[length];
        Arrays.fill(values, value);
        return values;
    }
}
