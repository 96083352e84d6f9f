package dev.storetwin.core.forecast.history;

import dev.storetwin.core.forecast.censored.Uncensored;
import dev.storetwin.core.forecast.cleaning.Cleaned;
import dev.storetwin.core.forecast.effects.Effects;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * What demand was by itself: sales completed where the thing ran out, at the ordinary price, without promotion, without accidents. A
 * method forecasts {@link #series}, and {@link #onto} puts on what prices and promotions will do.
 */
public final class BaselineDemand {

    private static final long SEED = 20_07L;
    private static final double EXPLAINED = .1;

    private final TimeSeries sales;
    private final TimeSeries series;
    private final Uncensored uncensored;
    private final Effects effects;
    private final Cleaned cleaned;

    private BaselineDemand(TimeSeries sales, Uncensored uncensored, Effects effects) {
        this.sales = sales;
        this.uncensored = uncensored;
        this.effects = effects;
        var demand = effects.adjusted();
        var seen = IntStream.range(0, demand.length)
                .mapToDouble(i -> sales.inStock(i) ? demand[i] : Double.NaN)
                .toArray();
        this.cleaned = Cleaned.of(seen, sales.seasonality().shortest(), explained(sales, effects));
        this.series = inStock(sales, completed(cleaned.values(), demand));
    }

    /** Accidents are told by what was seen: completed values scatter less, and among them the ordinary would look like giants. */
    private static double[] completed(double[] seen, double[] demand) {
        return IntStream.range(0, seen.length)
                .mapToDouble(i -> Double.isNaN(seen[i]) ? demand[i] : seen[i])
                .toArray();
    }

    /**
     * Of one series by itself.
     *
     * @param horizon periods after the history in which effects will be asked for
     */
    public static BaselineDemand of(TimeSeries sales, int horizon) {
        var uncensored = Uncensored.of(sales);
        return new BaselineDemand(sales, uncensored, Effects.estimate(completed(sales, uncensored), horizon));
    }

    /** Of the series of a panel, in their order: stock-outs have common causes, and a column does something alike in all of them. */
    public static List<BaselineDemand> of(List<TimeSeries> panel, int horizon) {
        var uncensored = Uncensored.together(panel.stream().map(Uncensored::of).toList());
        var completed = IntStream.range(0, panel.size())
                .mapToObj(i -> completed(panel.get(i), uncensored.get(i)))
                .toList();
        var effects = Effects.estimate(completed, horizon);
        return IntStream.range(0, panel.size())
                .mapToObj(i -> new BaselineDemand(panel.get(i), uncensored.get(i), effects.get(i)))
                .toList();
    }

    /** Whole units stay whole: a completed value is rounded up as often as its fraction says, by a draw of its own. */
    private static TimeSeries completed(TimeSeries sales, Uncensored uncensored) {
        var values = uncensored.values();
        if (IntStream.range(0, values.length).allMatch(sales::inStock)) {
            return sales;
        }
        notNegative(sales, values);
        boolean whole = Arrays.stream(sales.values()).allMatch(it -> Double.isNaN(it) || it == Math.rint(it));
        var draws = Draws.of(SEED);
        for (int i = 0; i < values.length && whole; i++) {
            values[i] = Math.floor(values[i] + draws.uniform("completed-demand", sales.name(), i));
        }
        return inStock(sales, values);
    }

    /** What came back while there was nothing to sell is no demand below zero, unless demand was below zero while there was. */
    private static void notNegative(TimeSeries sales, double[] values) {
        if (IntStream.range(0, values.length).noneMatch(i -> sales.isKnown(i) && sales.value(i) < 0)) {
            Arrays.setAll(values, i -> sales.inStock(i) ? values[i] : Math.max(0, values[i]));
        }
    }

    private static TimeSeries inStock(TimeSeries sales, double[] values) {
        var series = TimeSeries.of(sales.name(), values)
                .withSeasonality(sales.seasonality())
                .withRegressors(sales.regressors());
        return sales.calendar().map(series::withCalendar).orElse(series);
    }

    /** Periods that are as they are because of a promotion or a price are no accidents. */
    private static boolean[] explained(TimeSeries sales, Effects effects) {
        var explained = new boolean[sales.size()];
        for (int i = 0; i < explained.length && !effects.isNone(); i++) {
            explained[i] = Math.abs(effects.multiplier(i) - 1) > EXPLAINED || effects.shift(i) != 0;
        }
        return explained;
    }

    /** Sales as they were. */
    public TimeSeries sales() {
        return sales;
    }

    /** Baseline demand by period, always in stock; {@code NaN} where nothing is known. */
    public TimeSeries series() {
        return series;
    }

    /** A later period's sales as this history would have taken them; {@code NaN} when they say nothing. */
    public double later(int index, double value) {
        return (value - effects.shift(index)) / effects.multiplier(index);
    }

    /** A forecast of the baseline with what is planned put on, and what was done said. */
    public DemandForecast onto(DemandForecast baseline) {
        return onto(baseline, sales.size());
    }

    /**
     * The same for a forecast made later.
     *
     * @param start index of the first period foretold
     */
    public DemandForecast onto(DemandForecast baseline, int start) {
        var done = reason();
        return effects.isNone() && done.isEmpty() ? baseline : new PlannedForecast(baseline, effects, start, done);
    }

    private String reason() {
        var said = new StringJoiner("; ");
        if (!uncensored.reason().isEmpty()) {
            said.add(uncensored.reason());
        }
        effects.kept().forEach(it -> said.add("%s counts".formatted(it.column())));
        effects.leftOut().forEach((column, why) -> said.add("%s left out: %s".formatted(column, why)));
        for (var change : cleaned.changes()) {
            said.add("%s: %s".formatted(sales.labelOf(change.index()), change.reason()));
        }
        return said.toString();
    }
}
