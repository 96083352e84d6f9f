package dev.storetwin.cli.report;

import dev.storetwin.cli.report.ForecastFan.Expected;
import dev.storetwin.cli.report.ForecastFan.Sold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Draws a forecast: bars of what was sold, the expected line, and a band for each pair of quantiles.
 *
 * <p>One huge order would press all else flat: bars that reach far beyond the rest are cut at the top and their value is written there.
 */
final class FanChart {

    private static final double HEIGHT = 236;
    private static final double TOP = 16;
    private static final double BOTTOM = HEIGHT - 26;
    private static final double FAR_BEYOND = 2.5;
    private static final int MOST_BANDS = 2;

    private final ForecastFan fan;
    private final Plot plot;
    private final Scale x;
    private final Scale y;

    private FanChart(ForecastFan fan, Markup out) {
        this.fan = fan;
        this.plot = new Plot(out, HEIGHT);
        this.x = Scale.of(first().toEpochDay(), end().toEpochDay(), Plot.LEFT, Plot.RIGHT);
        this.y = Scale.round(lowest(), ceiling(), 4, BOTTOM, TOP);
    }

    static void draw(ForecastFan fan, Markup out) {
        if (!fan.history().isEmpty() || !fan.future().isEmpty()) {
            new FanChart(fan, out).draw();
        }
    }

    private void draw() {
        plot.begin("Demand", fan.unit(), description());
        outOfStock();
        plot.valueAxis(y);
        plot.timeAxis(x, first(), end().minusDays(1), BOTTOM);
        history();
        for (int i = 0; i < bands(); i++) {
            band(i);
        }
        plot.path("mean", Plot.through(middle(Expected::mean)));
        if (!fan.history().isEmpty() && !fan.future().isEmpty()) {
            var now = x.at(fan.future().get(0).from().toEpochDay());
            plot.line("now", now, TOP - 6, now, BOTTOM);
        }
        plot.end(keys());
    }

    private void outOfStock() {
        for (var sold : fan.history()) {
            if (!sold.inStock()) {
                plot.rectangle("gone", left(sold.from()), TOP, width(), BOTTOM - TOP);
            }
        }
    }

    private void history() {
        var bars = new StringBuilder();
        var gap = Math.min(1, width() * 0.2);
        for (var sold : fan.history()) {
            var top = Math.max(TOP, y.at(sold.sales()));
            bars.append(Plot.bar(left(sold.from()) + gap / 2, top, width() - gap, y.at(Math.max(0, y.low()))));
        }
        plot.path("sold", bars.toString());
        fan.history().stream().filter(it -> it.sales() > y.high()).forEach(this::cutOff);
    }

    private void cutOff(Sold sold) {
        var at = left(sold.from()) + width() / 2;
        var style = at > Plot.RIGHT - 60 ? "cut end" : "cut mid";
        plot.text(style, Math.max(at, Plot.LEFT + 20), TOP - 4, "▲ " + Figures.number(sold.sales()));
    }

    private void band(int outermost) {
        int high = fan.levels().size() - 1 - outermost;
        var style = outermost == bands() - 1 && bands() > 1 ? "band inner" : "band";
        plot.path(style, Plot.between(middle(it -> it.quantiles().get(high)), middle(it -> it.quantiles()
                .get(outermost))));
    }

    private List<double[]> middle(ToDoubleFunction<Expected> value) {
        var points = new ArrayList<double[]>();
        for (var expected : fan.future()) {
            points.add(new double[] {left(expected.from()) + width() / 2, y.at(value.applyAsDouble(expected))});
        }
        return points;
    }

    private List<LegendKey> keys() {
        var keys = new ArrayList<LegendKey>();
        if (!fan.history().isEmpty()) {
            keys.add(new LegendKey("sold", "", "sold"));
        }
        if (!fan.future().isEmpty()) {
            keys.add(new LegendKey(
                    "mean", "", fan.method().isEmpty() ? "expected" : "expected (%s)".formatted(fan.method())));
        }
        for (int i = bands() - 1; i >= 0; i--) {
            var style = i == bands() - 1 && bands() > 1 ? "band inner" : "band";
            keys.add(new LegendKey(style, "", "%s of outcomes".formatted(Figures.percent(share(i)))));
        }
        if (fan.history().stream().anyMatch(it -> !it.inStock())) {
            keys.add(new LegendKey("gone", "", "out of stock"));
        }
        return keys;
    }

    private double share(int outermost) {
        return fan.levels().get(fan.levels().size() - 1 - outermost)
                - fan.levels().get(outermost);
    }

    private int bands() {
        return Math.min(MOST_BANDS, fan.levels().size() / 2);
    }

    private double ceiling() {
        var calm = DoubleStream.concat(
                        fan.future().stream().flatMapToDouble(FanChart::values), DoubleStream.of(1.2 * usual()))
                .reduce(0, Math::max);
        var most = fan.history().stream().mapToDouble(Sold::sales).reduce(0, Math::max);
        return most > FAR_BEYOND * calm && calm > 0 ? calm : Math.max(most, calm);
    }

    /** What 95 of 100 periods stay below. */
    private double usual() {
        var sorted = fan.history().stream().mapToDouble(Sold::sales).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) (0.95 * (sorted.length - 1))];
    }

    private double lowest() {
        return Stream.concat(
                        fan.history().stream().map(Sold::sales),
                        fan.future().stream().flatMap(it -> values(it).boxed()))
                .mapToDouble(it -> it)
                .reduce(0, Math::min);
    }

    private static DoubleStream values(Expected expected) {
        return DoubleStream.concat(
                DoubleStream.of(expected.mean()), expected.quantiles().stream().mapToDouble(it -> it));
    }

    private LocalDate first() {
        return fan.history().isEmpty()
                ? fan.future().get(0).from()
                : fan.history().get(0).from();
    }

    private LocalDate end() {
        var last = fan.future().isEmpty()
                ? fan.history().get(fan.history().size() - 1).from()
                : fan.future().get(fan.future().size() - 1).from();
        return last.plusDays(fan.days());
    }

    private double left(LocalDate day) {
        return x.at(day.toEpochDay());
    }

    private double width() {
        return x.at(x.low() + fan.days()) - x.at(x.low());
    }

    private String description() {
        return "%s: %s sold, %s expected"
                .formatted(
                        fan.unit(),
                        periods(fan.history().size()),
                        periods(fan.future().size()));
    }

    private static String periods(int count) {
        return Words.counted(count, "period", "periods");
    }
}
