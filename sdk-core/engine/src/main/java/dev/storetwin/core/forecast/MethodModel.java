package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.calibration.AdaptiveConformal;
import dev.storetwin.core.forecast.calibration.Calibration;
import dev.storetwin.core.forecast.distribution.ErrorShape;
import dev.storetwin.core.forecast.distribution.Spread;
import dev.storetwin.core.forecast.distribution.SpreadForecast;
import dev.storetwin.core.forecast.distribution.Support;
import dev.storetwin.core.forecast.history.Observations;
import dev.storetwin.core.forecast.learned.LearnedCombination.Choice;
import dev.storetwin.core.forecast.method.FittedMethod;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandModel;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.ModelCard;
import java.util.TreeMap;

/**
 * A method fitted to a history made ready, its errors calibrated.
 *
 * <p>The method works in the history's own unit, a power of two, so that a series in pennies is fitted as the same series in millions
 * is, to the last bit.
 */
final class MethodModel implements DemandModel {

    static final String VERSION = "2";

    private static final int GROWTH_STEPS = 12;
    private static final int LONGEST_GROWTH = 400;

    private final TimeSeries history;
    private final FittedMethod method;
    private final Observations learned;
    private final Calibration calibration;
    private final AdaptiveConformal adapted;
    private final Support support;
    private final ModelCard card;
    private final String reason;

    private MethodModel(
            TimeSeries history,
            FittedMethod method,
            Observations learned,
            Calibration calibration,
            AdaptiveConformal adapted,
            Support support,
            ModelCard card,
            String reason) {
        this.history = history;
        this.method = method;
        this.learned = learned;
        this.calibration = calibration;
        this.adapted = adapted;
        this.support = support;
        this.card = card;
        this.reason = reason;
    }

    /** Of a method that was fitted and calibrated in the history's own unit. */
    static MethodModel of(MethodForecaster forecaster, Observations history, Choice choice, Calibration calibration) {
        var method = choice.method();
        var support = forecaster.isExpectation() ? history.support(method.fitted()) : history.supportOfMany();
        return new MethodModel(
                history.series(),
                method,
                history,
                calibration,
                AdaptiveConformal.START,
                support,
                card(forecaster.name(), method, history, support),
                choice.reason());
    }

    private static ModelCard card(String name, FittedMethod method, Observations history, Support support) {
        var settings = new TreeMap<>(method.settings());
        settings.put("distribution", support == Support.COUNT ? "negative binomial" : "empirical");
        settings.put("unit", Double.toString(history.unit()));
        var card = ModelCard.of(name, VERSION).withSettings(settings);
        return history.dataRange().map(card::withData).orElse(card);
    }

    @Override
    public TimeSeries history() {
        return history;
    }

    @Override
    public DemandForecast forecast(int horizon) {
        var means = method.means(horizon);
        for (int i = 0; i < horizon; i++) {
            means[i] *= learned.unit();
        }
        return new SpreadForecast(
                history.name(),
                means,
                Spread.of(deviations(horizon, learned.unit()), growth()),
                ErrorShape.of(calibration.scores()),
                support,
                card,
                reason);
    }

    private double[] deviations(int horizon, double unit) {
        var deviations = method.deviations(horizon);
        for (int i = 0; i < horizon; i++) {
            deviations[i] *= calibration.factor(i + 1) * adapted.factor() * unit;
        }
        return deviations;
    }

    /** Between two steps at the same place of the season. */
    private double growth() {
        int named = history.seasonality().shortest();
        int period = named <= Math.min(history.size(), LONGEST_GROWTH) ? named : 1;
        int steps = period * ((GROWTH_STEPS + period - 1) / period);
        return Spread.growthOf(deviations(1 + steps, 1));
    }

    @Override
    public DemandModel append(double value, boolean inStock) {
        double seen = inStock ? learned.ordinary(value) / learned.unit() : Double.NaN;
        return new MethodModel(
                history.append(value, inStock),
                method.append(seen),
                learned,
                calibration,
                adapted.saw(score(seen)),
                support,
                card,
                reason);
    }

    /** How wrong the next step was, in deviations as calibrated at first; {@code NaN} when unknown or when nothing was doubted. */
    private double score(double seen) {
        double deviation = method.deviations(1)[0] * calibration.factor(1);
        return deviation > 0 ? (seen - method.means(1)[0]) / deviation : Double.NaN;
    }
}
