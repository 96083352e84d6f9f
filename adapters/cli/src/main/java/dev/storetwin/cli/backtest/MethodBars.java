package dev.storetwin.cli.backtest;

import dev.storetwin.cli.report.Figures;
import dev.storetwin.cli.report.Markup;
import dev.storetwin.cli.report.Plot;
import dev.storetwin.forecast.BacktestResult;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One figure of all methods as bars, the best first. A bar far beyond the others is cut, its figure is not. */
final class MethodBars {

    private static final double FAR_BEYOND = 3;
    private static final double THICK = 13;

    private MethodBars() {}

    static void draw(
            String caption,
            String unit,
            List<BacktestResult> results,
            String usual,
            ToDoubleFunction<BacktestResult> figure,
            Markup out) {
        var sorted = results.stream().sorted(Comparator.comparingDouble(figure)).toList();
        double largest = figure.applyAsDouble(sorted.get(sorted.size() - 1));
        if (!(largest > 0)) {
            out.open("figure").open("figcaption").leaf("b", caption).close();
            out.leaf("p", "0 for all: every forecast was right, or no history ever moved.", "class", "empty")
                    .closeLine();
            return;
        }
        double middling = figure.applyAsDouble(sorted.get(sorted.size() / 2));
        double end = middling > 0 ? Math.min(largest, FAR_BEYOND * middling) : largest;
        var rows = new MethodRows(sorted, usual, out);
        rows.plot().begin(caption, unit, "%s by method, the best first".formatted(caption));
        for (int row = 0; row < sorted.size(); row++) {
            bar(rows, row, figure.applyAsDouble(sorted.get(row)), end);
        }
        rows.plot().line("zero", MethodRows.LEFT, MethodRows.top(), MethodRows.LEFT, rows.bottom());
        rows.plot().end(List.of());
    }

    private static void bar(MethodRows rows, int row, double value, double end) {
        double length = (MethodRows.RIGHT - MethodRows.LEFT) * Math.min(value, end) / end;
        double bottom = rows.middle(row) + THICK / 2;
        rows.name(row);
        rows.plot().path(rows.style("length", row), Plot.bar(MethodRows.LEFT, bottom - THICK, length, bottom));
        rows.figure(row, MethodRows.LEFT + length + 6, (value > end ? "» " : "") + spelled(value));
    }

    private static String spelled(double value) {
        return value < 1000 ? Figures.decimals(value, value < 10 ? 3 : 1) : Figures.number(value);
    }
}
