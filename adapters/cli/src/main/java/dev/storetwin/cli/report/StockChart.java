package dev.storetwin.cli.report;

import dev.storetwin.cli.report.StockOutlook.Arrival;
import dev.storetwin.cli.report.StockOutlook.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws how stock goes on: a band, its median, what arrives, and the level that orders fill up to. */
final class StockChart {

    private static final double HEIGHT = 236;
    private static final double TOP = 24;
    private static final double BOTTOM = HEIGHT - 26;
    private static final double LABEL_WIDTH = 44;

    private final StockOutlook outlook;
    private final Plot plot;
    private final Scale x;
    private final Scale y;

    private StockChart(StockOutlook outlook, Markup out) {
        this.outlook = outlook;
        this.plot = new Plot(out, HEIGHT);
        this.x = Scale.of(first().toEpochDay(), last().toEpochDay(), Plot.LEFT, Plot.RIGHT);
        this.y = Scale.round(lowest(), highest(), 4, BOTTOM, TOP);
    }

    static void draw(StockOutlook outlook, Markup out) {
        if (!outlook.levels().isEmpty()) {
            new StockChart(outlook, out).draw();
        }
    }

    private void draw() {
        plot.begin("Stock", outlook.unit(), "Expected stock from %s".formatted(Figures.date(first())));
        plot.valueAxis(y);
        plot.timeAxis(x, first(), last(), BOTTOM);
        plot.path("band stock", Plot.between(points(Level::high), points(Level::low)));
        plot.path("median", Plot.through(points(Level::median)));
        outlook.orderUpTo().ifPresent(this::orderUpTo);
        arrivals();
        plot.end(keys());
    }

    private void orderUpTo(double level) {
        plot.line("target", Plot.LEFT, y.at(level), Plot.RIGHT, y.at(level));
        plot.text("note end", Plot.RIGHT, y.at(level) - 5, "order up to " + Figures.number(level));
    }

    /** Labels that would cover each other are left out; the marks stay. */
    private void arrivals() {
        double free = Plot.LEFT;
        for (var arrival : outlook.arrivals()) {
            var at = x.at(arrival.day().toEpochDay());
            if (at < Plot.LEFT || at > Plot.RIGHT) {
                continue;
            }
            var style = arrival.decided() ? "arrival decided" : "arrival";
            plot.line(style, at, TOP - 4, at, BOTTOM);
            var left = Math.max(Plot.LEFT, Math.min(at - LABEL_WIDTH / 2, Plot.RIGHT - LABEL_WIDTH));
            if (left >= free) {
                plot.text(style + " mid", left + LABEL_WIDTH / 2, TOP - 8, "+" + Figures.number(arrival.quantity()));
                free = left + LABEL_WIDTH;
            }
        }
    }

    private List<double[]> points(ToDoubleFunction<Level> value) {
        var points = new ArrayList<double[]>();
        for (var level : outlook.levels()) {
            points.add(new double[] {x.at(level.day().toEpochDay()), y.at(value.applyAsDouble(level))});
        }
        return points;
    }

    private List<LegendKey> keys() {
        var keys = new ArrayList<LegendKey>();
        keys.add(new LegendKey("median", "", "expected (median)"));
        keys.add(new LegendKey(
                "band stock",
                "",
                "%s of outcomes".formatted(Figures.percent(outlook.highLevel() - outlook.lowLevel()))));
        if (outlook.arrivals().stream().anyMatch(it -> !it.decided())) {
            keys.add(new LegendKey("arrival", "", "on order"));
        }
        if (outlook.arrivals().stream().anyMatch(Arrival::decided)) {
            keys.add(new LegendKey("arrival decided", "", "this order"));
        }
        return keys;
    }

    private LocalDate first() {
        return outlook.levels().get(0).day();
    }

    private LocalDate last() {
        return outlook.levels().get(outlook.levels().size() - 1).day();
    }

    private double lowest() {
        return Math.min(
                0, outlook.levels().stream().mapToDouble(Level::low).min().orElse(0));
    }

    private double highest() {
        var most = outlook.levels().stream().mapToDouble(Level::high).max().orElse(0);
        return Math.max(most, outlook.orderUpTo().orElse(0));
    }
}
