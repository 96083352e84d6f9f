package dev.storetwin.cli.backtest;

import dev.storetwin.cli.report.Figures;
import dev.storetwin.cli.report.LegendKey;
import dev.storetwin.cli.report.Markup;
import dev.storetwin.cli.report.Scale;
import dev.storetwin.forecast.BacktestResult;
import java.util.Comparator;
import java.util.List;

/** How much of what came lay between the outer quantiles, against what was promised; the truest first. */
final class CoverageChart {

    private static final double PROMISED = .95;
    private static final double WIDEST = .8;

    private CoverageChart() {}

    static void draw(List<BacktestResult> results, String usual, Markup out) {
        var sorted = results.stream()
                .sorted(Comparator.comparingDouble(it -> Math.abs(it.coverage95() - PROMISED)))
                .toList();
        double least =
                sorted.stream().mapToDouble(BacktestResult::coverage95).min().orElse(0);
        var x = new Scale(Math.floor(10 * Math.min(least, WIDEST)) / 10, 1, MethodRows.LEFT, MethodRows.RIGHT);
        var rows = new MethodRows(sorted, usual, out);
        var plot = rows.plot();
        plot.begin(
                "Coverage", "share of what came within the 95 % interval", "Coverage of the 95 % interval by method");
        for (double tick : x.ticks(4)) {
            plot.line("grid", x.at(tick), MethodRows.top(), x.at(tick), rows.bottom());
            plot.text("tick mid", x.at(tick), rows.bottom() + 15, Figures.percent(tick));
        }
        plot.line("target", x.at(PROMISED), MethodRows.top(), x.at(PROMISED), rows.bottom());
        for (int row = 0; row < sorted.size(); row++) {
            double share = sorted.get(row).coverage95();
            rows.name(row);
            plot.dot(rows.style("length", row), x.at(share), rows.middle(row), 5);
            rows.figure(row, MethodRows.RIGHT + 14, Figures.decimals(100 * share, 1) + " %");
        }
        plot.end(List.of(new LegendKey("target", "", "95 %")));
    }
}
