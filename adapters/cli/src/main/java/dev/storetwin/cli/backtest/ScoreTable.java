package dev.storetwin.cli.backtest;

import dev.storetwin.cli.report.Figures;
import dev.storetwin.cli.report.Markup;
import dev.storetwin.forecast.BacktestResult;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** All figures of all methods, the best of each column marked. */
final class ScoreTable {

    /** One column: how good a figure is, less being better, and how it is spelled. */
    private record Column(
            String name,
            ToDoubleFunction<BacktestResult> figure,
            ToDoubleFunction<BacktestResult> fault,
            DoubleFunction<String> spelling) {

        static Column of(String name, ToDoubleFunction<BacktestResult> figure, DoubleFunction<String> spelling) {
            return new Column(name, figure, figure, spelling);
        }

        String spell(BacktestResult result) {
            return spelling.apply(figure.applyAsDouble(result));
        }

        double best(List<BacktestResult> results) {
            return results.stream().mapToDouble(fault).min().orElseThrow();
        }
    }

    private static final List<Column> COLUMNS = List.of(
            Column.of("MASE", BacktestResult::mase, it -> Figures.decimals(it, 3)),
            Column.of("RMSSE", BacktestResult::rmsse, it -> Figures.decimals(it, 3)),
            Column.of("SPL", BacktestResult::spl, it -> Figures.decimals(it, 3)),
            Column.of("sMAPE", BacktestResult::smape, it -> Figures.decimals(it, 2)),
            Column.of("WAPE", BacktestResult::wape, it -> Figures.decimals(100 * it, 1) + " %"),
            new Column(
                    "Bias",
                    BacktestResult::bias,
                    it -> Math.abs(it.bias()),
                    it -> Figures.sign(it) + Figures.decimals(100 * it, 1) + " %"),
            new Column(
                    "In 95 %",
                    BacktestResult::coverage95,
                    it -> Math.abs(it.coverage95() - .95),
                    it -> Figures.decimals(100 * it, 1) + " %"),
            Column.of("Cost", BacktestResult::cost, it -> it < 1000 ? Figures.decimals(it, 3) : Figures.number(it)),
            Column.of("CPU s", BacktestResult::cpuSeconds, it -> Figures.decimals(it, 2)));

    private ScoreTable() {}

    static void write(BacktestPage page, Markup out) {
        out.open("section", "class", "card")
                .leaf("h2", "Scores")
                .open("div", "class", "wide")
                .open("table", "class", "scores");
        out.open("thead").open("tr").leaf("th", "Method");
        COLUMNS.forEach(it -> out.leaf("th", it.name(), "class", "n"));
        out.close().close().open("tbody");
        page.results().forEach(it -> row(it, page, out));
        out.close().close().close();
        out.leaf("p", "%s periods judged.".formatted(judged(page)), "class", "quiet")
                .closeLine();
    }

    private static String judged(BacktestPage page) {
        return Figures.count(
                page.results().stream().mapToLong(BacktestResult::n).max().orElse(0));
    }

    private static void row(BacktestResult result, BacktestPage page, Markup out) {
        boolean isUsual = result.method().equals(page.usual());
        out.open("tr", "class", isUsual ? "default" : "other").open("td").leaf("bdi", result.method());
        out.text(isUsual ? " (default)" : "").close();
        for (var column : COLUMNS) {
            boolean isBest =
                    page.results().size() > 1 && column.fault().applyAsDouble(result) <= column.best(page.results());
            out.open("td", "class", "n")
                    .leaf(isBest ? "b" : "span", column.spell(result))
                    .close();
        }
        out.closeLine();
    }
}
