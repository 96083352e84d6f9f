package dev.storetwin.cli.backtest;

import dev.storetwin.cli.report.Figures;
import dev.storetwin.cli.report.LegendKey;
import dev.storetwin.cli.report.Markup;
import dev.storetwin.cli.report.Plot;
import dev.storetwin.cli.report.Scale;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** A history, what was foretold with its bands, and what came. */
final class ForetoldChart {

    private static final double HEIGHT = 220;
    private static final double TOP = 12;
    private static final double BOTTOM = HEIGHT - 26;
    private static final double FAR_BEYOND = 1.5;
    private static final int LEAST_HISTORY = 24;
    private static final int MOST_HISTORY = 120;
    private static final int LEAST_BY_HORIZON = 3;
    private static final int MOST_BY_HORIZON = 5;
    private static final int MARKS = 4;
    private static final double HALF_STEP = 5;

    private final Foretold foretold;
    private final TimeSeries series;
    private final int first;
    private final Plot plot;
    private final Scale x;
    private final Scale y;

    private ForetoldChart(Foretold foretold, Markup out) {
        this.foretold = foretold;
        this.series = foretold.series();
        this.first = Math.max(0, foretold.origin() - shown());
        this.plot = new Plot(out, HEIGHT);
        this.x = Scale.of(first, foretold.end() - 1.0, Plot.LEFT + 4, Plot.RIGHT - 4);
        this.y = values();
    }

    /** Two seasons where they fit, but never so much that the forecast is a sliver. */
    private int shown() {
        int horizon = foretold.forecast().horizon();
        int seasons = 2 * series.seasonality().shortest();
        int wanted = Math.max(LEAST_BY_HORIZON * horizon, Math.min(seasons, MOST_BY_HORIZON * horizon));
        return Math.min(MOST_HISTORY, Math.max(LEAST_HISTORY, wanted));
    }

    /** What was and what came fill the chart; a band that is much wider is cut. */
    private Scale values() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = first; i < foretold.end(); i++) {
            if (!Double.isNaN(series.value(i))) {
                low = Math.min(low, series.value(i));
                high = Math.max(high, series.value(i));
            }
        }
        if (low > high || (low == 0 && high == 0)) {
            return Scale.round(0, 1, 4, BOTTOM, TOP);
        }
        double room = FAR_BEYOND * Math.max(high - low, Math.abs(high) / 10);
        double most = high + room;
        double least = low - room;
        for (int i = foretold.origin(); i < foretold.end(); i++) {
            high = Math.max(high, Math.min(most, quantile(i, .975)));
            low = Math.min(low, Math.max(least, quantile(i, .025)));
        }
        return Scale.round(low >= 0 && low < high / 2 ? 0 : low, high, 4, BOTTOM, TOP);
    }

    private double quantile(int index, double level) {
        return foretold.forecast().quantile(index - foretold.origin() + 1, level);
    }

    private double mean(int index) {
        return foretold.forecast().mean(index - foretold.origin() + 1);
    }

    static void draw(Foretold foretold, Markup out) {
        new ForetoldChart(foretold, out).draw();
    }

    private void draw() {
        plot.begin(series.name(), "", "%s: history, forecast and what came".formatted(series.name()));
        outOfStock();
        plot.valueAxis(y);
        marks();
        band("band", .025, .975);
        band("band inner", .1, .9);
        plot.path("was", line(first, foretold.origin()));
        plot.path("mean", Plot.through(points(this::mean)));
        for (int i = foretold.origin(); i < foretold.end(); i++) {
            if (!Double.isNaN(series.value(i))) {
                plot.dot("came", x.at(i), y.at(series.value(i)), 2.4);
            }
        }
        double now = x.at(foretold.origin() - .5);
        plot.line("now", now, TOP - 6, now, BOTTOM);
        plot.end(keys());
    }

    private void outOfStock() {
        double wide = x.at(1) - x.at(0);
        for (int i = first; i < foretold.end(); i++) {
            if (!series.inStock(i)) {
                double left = Math.max(Plot.LEFT, x.at(i) - wide / 2);
                double right = Math.min(Plot.RIGHT, x.at(i) + wide / 2);
                plot.rectangle("gone", left, TOP, right - left, BOTTOM - TOP);
            }
        }
    }

    private void marks() {
        int step = Math.max(1, (int) Math.ceil((foretold.end() - first) / (double) MARKS));
        for (int i = first; i < foretold.end(); i += step) {
            plot.line("grid", x.at(i), BOTTOM, x.at(i), BOTTOM + 4);
            plot.text(i == first ? "tick" : "tick mid", x.at(i) - (i == first ? 4 : 0), BOTTOM + 17, label(i));
        }
    }

    private String label(int index) {
        return series.calendar().map(it -> Figures.date(it.dateOf(index))).orElseGet(() -> series.labelOf(index));
    }

    private void band(String style, double lower, double upper) {
        plot.path(style, Plot.between(points(i -> quantile(i, upper)), points(i -> quantile(i, lower))));
    }

    private List<double[]> points(IntToDoubleFunction value) {
        var points = new ArrayList<double[]>();
        for (int i = foretold.origin(); i < foretold.end(); i++) {
            double within = Math.min(y.high(), Math.max(y.low(), value.applyAsDouble(i)));
            points.add(new double[] {x.at(i), y.at(within)});
        }
        return points.size() == 1 ? widened(points.get(0)) : points;
    }

    /** One step alone would have no width. */
    private static List<double[]> widened(double[] point) {
        return List.of(new double[] {point[0] - HALF_STEP, point[1]}, new double[] {point[0] + HALF_STEP, point[1]});
    }

    /** Broken where a value is unknown; a value between two unknown ones is a dot. */
    private String line(int from, int to) {
        var steps = new StringBuilder();
        boolean isBroken = true;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(series.value(i))) {
                var at = Plot.at(x.at(i), y.at(series.value(i)));
                steps.append(isBroken ? "M%sL%s".formatted(at, at) : "L" + at);
            }
            isBroken = Double.isNaN(series.value(i));
        }
        return steps.toString();
    }

    private List<LegendKey> keys() {
        var keys = new ArrayList<>(List.of(
                new LegendKey("was", "", "known then"),
                new LegendKey("mean", "", "foretold"),
                new LegendKey("band inner", "", "80 %"),
                new LegendKey("band", "", "95 % of outcomes"),
                new LegendKey("came", "", "came")));
        for (int i = first; i < foretold.end(); i++) {
            if (!series.inStock(i)) {
                keys.add(new LegendKey("gone", "", "out of stock"));
                break;
            }
        }
        return keys;
    }
}
