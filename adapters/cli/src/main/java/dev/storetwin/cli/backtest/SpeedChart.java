package dev.storetwin.cli.backtest;

import dev.storetwin.cli.report.Figures;
import dev.storetwin.cli.report.Markup;
import dev.storetwin.cli.report.Plot;
import dev.storetwin.cli.report.Scale;
import dev.storetwin.forecast.BacktestResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What decisions cost against what thinking costs: cheap and quick is down at the left. Time goes by powers of ten; what costs far more than
 * most is drawn at the top. */
final class SpeedChart {

    private static final double TOP = 14;
    private static final double LOWEST = 232;
    private static final double ROW = 20;
    private static final double FAR_BEYOND = 1.5;
    private static final double LETTER = 6.8;
    private static final double LINE = 13;

    private final List<BacktestResult> results;
    private final String usual;
    private final Plot plot;
    private final double bottom;
    private final Scale x;
    private final Scale y;
    private final List<double[]> taken = new ArrayList<>();

    private SpeedChart(List<BacktestResult> results, String usual, Markup out) {
        this.results = results;
        this.usual = usual;
        this.bottom = Math.max(LOWEST, ROW * results.size());
        this.plot = new Plot(out, bottom + 28);
        double quickest =
                results.stream().mapToDouble(BacktestResult::cpuSeconds).min().orElseThrow();
        double slowest =
                results.stream().mapToDouble(BacktestResult::cpuSeconds).max().orElseThrow();
        this.x = new Scale(
                Math.floor(Math.log10(quickest)), Math.floor(Math.log10(slowest)) + 1, Plot.LEFT + 8, Plot.RIGHT - 8);
        var costs = results.stream().mapToDouble(BacktestResult::cost).sorted().toArray();
        double dearest = Math.min(costs[costs.length - 1], FAR_BEYOND * costs[costs.length / 2]);
        this.y = dearest > 0
                ? Scale.round(costs[0], Math.max(costs[0], dearest), 4, bottom, TOP)
                : Scale.of(0, 1, bottom, TOP);
    }

    static void draw(List<BacktestResult> results, String usual, Markup out) {
        if (results.stream().allMatch(it -> it.cpuSeconds() > 0)) {
            new SpeedChart(results, usual, out).draw();
        } else {
            out.open("figure").open("figcaption").leaf("b", "Cost and time").close();
            out.leaf("p", "This machine does not tell how long a method has computed.", "class", "empty")
                    .closeLine();
        }
    }

    private void draw() {
        plot.begin("Cost and time", "cost of a period, by CPU seconds in all", "Cost by CPU seconds of each method");
        plot.valueAxis(y);
        for (double power = x.low(); power <= x.high(); power++) {
            plot.line("grid", x.at(power), TOP, x.at(power), bottom);
            plot.text("tick mid", x.at(power), bottom + 16, Figures.number(Math.pow(10, power)) + " s");
        }
        results.forEach(it -> taken.add(box(placeX(it) - 5, placeY(it) - 5, 10, 10)));
        results.stream().filter(it -> !isUsual(it)).forEach(this::dot);
        results.stream().filter(this::isUsual).forEach(this::dot);
        results.stream().sorted(Comparator.comparing(it -> !isUsual(it))).forEach(this::label);
        plot.end(List.of());
    }

    private boolean isUsual(BacktestResult result) {
        return result.method().equals(usual);
    }

    private double placeX(BacktestResult result) {
        return x.at(Math.log10(result.cpuSeconds()));
    }

    private double placeY(BacktestResult result) {
        return Math.max(TOP, y.at(result.cost()));
    }

    private void dot(BacktestResult result) {
        plot.dot(isUsual(result) ? "length default" : "length", placeX(result), placeY(result), 4.5);
    }

    /** Beside its dot, at the first place that is free; without one the dot goes unnamed, for the bars name it. */
    private void label(BacktestResult result) {
        var words = MethodRows.shortened(result.method()) + (result.cost() > y.high() ? " ▲" : "");
        double width = words.length() * LETTER;
        double atX = placeX(result);
        double atY = placeY(result);
        for (double down : new double[] {0, -LINE, LINE}) {
            for (double left : new double[] {atX + 8, atX - 8 - width, atX - width / 2}) {
                var box = box(left, atY + down - LINE / 2, width, LINE);
                if (isFree(box)) {
                    taken.add(box);
                    plot.text(isUsual(result) ? "method default" : "method", left, atY + down + 4, words);
                    return;
                }
            }
        }
    }

    private static double[] box(double left, double top, double width, double height) {
        return new double[] {left, top, left + width, top + height};
    }

    private boolean isFree(double[] box) {
        return box[0] > Plot.LEFT
                && box[2] < Plot.WIDTH
                && box[1] > 0
                && box[3] < bottom
                && taken.stream().noneMatch(it -> box[0] < it[2] && it[0] < box[2] && box[1] < it[3] && it[1] < box[3]);
    }
}
