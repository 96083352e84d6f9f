package dev.storetwin.cli.backtest;

import dev.storetwin.cli.report.Markup;
import dev.storetwin.cli.report.Plot;
import dev.storetwin.forecast.BacktestResult;
import java.util.List;

/** A chart with one row per method: its name at the left, its figure at the right, room for a shape between. */
final class MethodRows {

    static final double LEFT = 168;
    static final double RIGHT = Plot.WIDTH - 64;
    private static final double ROW = 20;
    private static final double TOP = 6;

    private final List<BacktestResult> results;
    private final String usual;
    private final Plot plot;

    MethodRows(List<BacktestResult> results, String usual, Markup out) {
        this.results = results;
        this.usual = usual;
        this.plot = new Plot(out, bottom() + 22);
    }

    Plot plot() {
        return plot;
    }

    List<BacktestResult> results() {
        return results;
    }

    static double top() {
        return TOP;
    }

    double bottom() {
        return TOP + ROW * results.size();
    }

    double middle(int row) {
        return TOP + ROW * (row + .5);
    }

    /** The default has a colour of its own. */
    String style(String kind, int row) {
        return isUsual(row) ? kind + " default" : kind;
    }

    private boolean isUsual(int row) {
        return results.get(row).method().equals(usual);
    }

    void name(int row) {
        plot.text(
                style("method end", row),
                LEFT - 8,
                middle(row) + 4,
                shortened(results.get(row).method()));
    }

    void figure(int row, double x, String words) {
        plot.text(style("figure", row), x, middle(row) + 4, words);
    }

    static String shortened(String name) {
        return name.length() <= 24 ? name : name.substring(0, 23) + "…";
    }
}
