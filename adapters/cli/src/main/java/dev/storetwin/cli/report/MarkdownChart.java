package dev.storetwin.cli.report;

import dev.storetwin.cli.report.MarkdownPath.Stage;
import dev.storetwin.pricing.Estimate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Draws a markdown: above, the price step by step; below, what is left of the stock; each with a band for what may come. */
final class MarkdownChart {

    private static final double HEIGHT = 300;
    private static final double TOP = 28;
    private static final double MIDDLE = 138;
    private static final double STOCK_TOP = 168;
    private static final double BOTTOM = HEIGHT - 26;
    private static final double LABEL_WIDTH = 44;

    private final MarkdownPath path;
    private final Plot plot;
    private final Scale x;

    private MarkdownChart(MarkdownPath path, Markup out) {
        this.path = path;
        this.plot = new Plot(out, HEIGHT);
        this.x = Scale.of(first().toEpochDay(), path.until().toEpochDay(), Plot.LEFT, Plot.RIGHT);
    }

    static void draw(MarkdownPath path, Markup out) {
        if (!path.stages().isEmpty()) {
            new MarkdownChart(path, out).draw();
        }
    }

    private void draw() {
        plot.begin(
                "Markdown",
                path.currency() + ", until " + Figures.date(path.until()),
                "The price in %s, and the stock that is left"
                        .formatted(Words.counted(path.stages().size(), "stage", "stages")));
        prices();
        stock();
        plot.timeAxis(x, first(), path.until(), BOTTOM);
        plot.end(List.of(
                new LegendKey("mean", "", "price"),
                new LegendKey("median", "", "stock"),
                new LegendKey("band", "", "90 % of outcomes")));
    }

    private void prices() {
        var y = scale(Stage::price, DoubleStream.empty(), 3, MIDDLE, TOP);
        axis(y, 3);
        plot.path("band", Plot.between(steps(y, Estimate::upper), steps(y, Estimate::lower)));
        plot.path("mean", Plot.through(steps(y, Estimate::mean)));
        double free = Plot.LEFT;
        double last = Double.NaN;
        for (var stage : path.stages()) {
            double price = stage.price().mean();
            double at = x.at(stage.from().toEpochDay());
            if (Math.abs(price - last) > .005 && at >= free) {
                plot.text(
                        at > Plot.RIGHT - LABEL_WIDTH ? "note end" : "note",
                        at + 3,
                        y.at(price) - 7,
                        Figures.decimals(price, 2));
                free = at + LABEL_WIDTH;
            }
            last = price;
        }
    }

    private void stock() {
        var y = scale(Stage::stock, DoubleStream.of(path.left()), 2, BOTTOM, STOCK_TOP);
        axis(y, 2);
        plot.text("note", Plot.LEFT, STOCK_TOP - 8, "units in stock");
        plot.path("band", Plot.between(levels(y, Estimate::upper), levels(y, Estimate::lower)));
        var expected = levels(y, Estimate::mean);
        expected.add(new double[] {x.at(path.until().toEpochDay()), y.at(path.left())});
        plot.path("median", Plot.through(expected));
    }

    private void axis(Scale y, int count) {
        for (double tick : y.ticks(count)) {
            plot.line(tick == 0 ? "zero" : "grid", Plot.LEFT, y.at(tick), Plot.RIGHT, y.at(tick));
            plot.text("tick end", Plot.LEFT - 6, y.at(tick) + 4, y.label(tick, count));
        }
    }

    private Scale scale(Function<Stage, Estimate> range, DoubleStream more, int steps, double from, double to) {
        var ranges = path.stages().stream()
                .map(range)
                .flatMapToDouble(it -> DoubleStream.of(it.mean(), it.lower(), it.upper()));
        var values = DoubleStream.concat(ranges, more).summaryStatistics();
        return Scale.round(Math.min(0, values.getMin()), values.getMax(), steps, from, to);
    }

    /** A price stands until the next one does. */
    private List<double[]> steps(Scale y, ToDoubleFunction<Estimate> value) {
        var points = new ArrayList<double[]>();
        for (int i = 0; i < path.stages().size(); i++) {
            var stage = path.stages().get(i);
            var until = i + 1 < path.stages().size() ? path.stages().get(i + 1).from() : path.until();
            double height = y.at(value.applyAsDouble(stage.price()));
            points.add(new double[] {x.at(stage.from().toEpochDay()), height});
            points.add(new double[] {x.at(until.toEpochDay()), height});
        }
        return points;
    }

    private List<double[]> levels(Scale y, ToDoubleFunction<Estimate> value) {
        var points = new ArrayList<double[]>();
        for (var stage : path.stages()) {
            points.add(new double[] {x.at(stage.from().toEpochDay()), y.at(value.applyAsDouble(stage.stock()))});
        }
        return points;
    }

    private LocalDate first() {
        return path.stages().get(0).from();
    }
}
