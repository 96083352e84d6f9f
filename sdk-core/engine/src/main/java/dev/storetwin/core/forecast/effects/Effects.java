package dev.storetwin.core.forecast.effects;

import dev.storetwin.core.forecast.effects.Regression.Prior;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the regressors of a series do to it, in the history and in the periods to come. A method forecasts {@link #adjusted}, and {@link
 * #onto} puts the effects on the forecast.
 *
 * <p>Only what is far from doing nothing is kept, and kept a little smaller than it was found (James and Stein 1961), so that a column
 * of noise does no harm. Where several series share a column, each is drawn to what is common (empirical Bayes, with the moments of
 * DerSimonian and Laird 1986).
 */
public final class Effects {

    private static final double STRONG = 2.5;
    private static final int FEWEST_TO_SHARE = 5;

    private final double[] values;
    private final double[] effects;
    private final boolean multiplied;
    private final List<Effect> kept;
    private final SortedMap<String, String> leftOut;

    private Effects(
            double[] values,
            double[] effects,
            boolean multiplied,
            List<Effect> kept,
            SortedMap<String, String> leftOut) {
        this.values = values;
        this.effects = effects;
        this.multiplied = multiplied;
        this.kept = List.copyOf(kept);
        this.leftOut = Collections.unmodifiableSortedMap(leftOut);
    }

    /**
     * Of one series by itself.
     *
     * @param horizon periods after the history for which effects will be asked
     */
    public static Effects estimate(TimeSeries series, int horizon) {
        return estimate(series, horizon, Map.of());
    }

    /** Of several series, in their order: a column of the same name is believed to do something alike in all of them. */
    public static List<Effects> estimate(List<TimeSeries> batch, int horizon) {
        var found = new TreeMap<String, List<Effect>>();
        for (var series : batch) {
            var columns = columns(series, horizon, new TreeMap<>());
            Regression.fit(known(series), season(series), columns, wide(columns)).stream()
                    .filter(Regression::isMultiplied)
                    .flatMap(fit -> fit.effects().stream())
                    .forEach(effect -> found.computeIfAbsent(effect.column(), name -> new ArrayList<>())
                            .add(effect));
        }
        var common = new LinkedHashMap<String, Prior>();
        found.forEach((name, effects) -> {
            if (effects.size() >= FEWEST_TO_SHARE) {
                common.put(name, CommonEffect.of(effects));
            }
        });
        return batch.stream().map(series -> estimate(series, horizon, common)).toList();
    }

    private static Effects estimate(TimeSeries series, int horizon, Map<String, Prior> common) {
        var leftOut = new TreeMap<String, String>();
        var columns = columns(series, horizon, leftOut);
        var values = known(series);
        while (!columns.isEmpty()) {
            var priors = columns.stream()
                    .map(column -> common.getOrDefault(column.name(), Prior.wide(column)))
                    .toList();
            var fit = Regression.fit(values, season(series), columns, priors);
            if (fit.isEmpty()) {
                columns.forEach(column -> leftOut.put(column.name(), "too little to tell its effect from others"));
                break;
            }
            var effects = fit.get().effects();
            var weakest = effects.stream()
                    .min(Comparator.comparingDouble(Effect::strength))
                    .orElseThrow();
            if (weakest.strength() >= STRONG) {
                return of(series, horizon, columns, effects, fit.get().isMultiplied(), leftOut);
            }
            leftOut.put(weakest.column(), "no effect that stands out from chance");
            columns.removeIf(column -> column.name().equals(weakest.column()));
        }
        return new Effects(series.values(), new double[series.size() + horizon], false, List.of(), leftOut);
    }

    private static Effects of(
            TimeSeries series,
            int horizon,
            List<Column> columns,
            List<Effect> found,
            boolean multiplied,
            SortedMap<String, String> leftOut) {
        var effects = new double[series.size() + horizon];
        var kept = new ArrayList<Effect>();
        for (int column = 0; column < columns.size(); column++) {
            var effect = found.get(column);
            double smaller = effect.coefficient() * (1 - 1 / (effect.strength() * effect.strength()));
            kept.add(new Effect(effect.column(), smaller, effect.standardError()));
            for (int i = 0; i < effects.length; i++) {
                effects[i] += smaller * columns.get(column).departures()[i];
            }
        }
        return new Effects(series.values(), effects, multiplied, kept, leftOut);
    }

    private static List<Column> columns(TimeSeries series, int horizon, Map<String, String> leftOut) {
        var columns = new ArrayList<Column>();
        for (var name : series.regressors().names()) {
            Column.refusal(series, name, horizon)
                    .ifPresentOrElse(
                            reason -> leftOut.put(name, reason), () -> columns.add(Column.of(series, name, horizon)));
        }
        return columns;
    }

    private static List<Prior> wide(List<Column> columns) {
        return columns.stream().map(Prior::wide).toList();
    }

    private static double[] known(TimeSeries series) {
        var values = series.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = series.isKnown(i) ? values[i] : Double.NaN;
        }
        return values;
    }

    private static int season(TimeSeries series) {
        return series.seasonality().shortest();
    }

    /** Nothing was found that the columns do. */
    public boolean isNone() {
        return kept.isEmpty();
    }

    /** What was found and is kept, by column. */
    public List<Effect> kept() {
        return kept;
    }

    /** Columns that are not used, each with the reason. */
    public SortedMap<String, String> leftOut() {
        return leftOut;
    }

    /** Sales as they would have been at the ordinary price, without promotion, and so on. */
    public double[] adjusted() {
        var adjusted = values.clone();
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] = multiplied ? adjusted[i] / multiplier(i) : adjusted[i] - effects[i];
        }
        return adjusted;
    }

    /**
     * By how much sales of a period are multiplied, 1 where effects are added and beyond the periods asked for.
     *
     * @param index counted from the first period of the history, into the periods to come
     */
    public double multiplier(int index) {
        return multiplied && index < effects.length ? StrictMath.exp(effects[index]) : 1;
    }

    /** What is added to sales of a period, 0 where effects are multiplied. */
    public double shift(int index) {
        return multiplied || index >= effects.length ? 0 : effects[index];
    }

    /** A forecast of the adjusted series with the effects of its period put on. */
    public double onto(double forecast, int index) {
        return forecast * multiplier(index) + shift(index);
    }
}
