package dev.storetwin.cli.backtest;

import dev.storetwin.cli.report.Figures;
import dev.storetwin.cli.report.Markup;
import dev.storetwin.cli.report.Page;
import dev.storetwin.forecast.BacktestResult;
import dev.storetwin.forecast.BacktestSettings;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The methods of a backtest side by side, on one page.
 *
 * @param file     name of the file of series
 * @param series   how many there are
 * @param usual    name of the default
 * @param results  one per method, at least one
 * @param foretold a few forecasts of one method, perhaps none
 */
public record BacktestPage(
        String file,
        int series,
        BacktestSettings settings,
        String usual,
        List<BacktestResult> results,
        List<Foretold> foretold) {

    public BacktestPage {
        results = List.copyOf(results);
        foretold = List.copyOf(foretold);
    }

    public void write(Writer to) throws IOException {
        to.write(render());
    }

    String render() {
        var page = Page.still("Backtest, " + file);
        var out = page.out();
        heading(out);
        ScoreTable.write(this, out);
        charts(out);
        examples(out);
        reading(out);
        return page.finished();
    }

    private void heading(Markup out) {
        out.open("header").leaf("h1", "Backtest").open("p", "class", "lead");
        out.leaf("bdi", file)
                .text(": %s series, %s foretold from %s"
                        .formatted(
                                Figures.count(series),
                                counted(settings.horizon(), "period"),
                                counted(settings.origins(), "moment") + " of the past"));
        out.text(settings.origins() > 1 ? ", %s apart".formatted(counted(settings.stride(), "period")) : "")
                .close();
        out.leaf("p", verdict()).closeLine();
    }

    private static String counted(int number, String thing) {
        return Figures.count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    private String verdict() {
        var cheapest = results.stream()
                .min(Comparator.comparingDouble(BacktestResult::cost))
                .orElseThrow();
        var sharpest = results.stream()
                .min(Comparator.comparingDouble(BacktestResult::spl))
                .orElseThrow();
        if (results.size() == 1) {
            return "One method was judged: %s.".formatted(cheapest.method());
        }
        return "Of %d methods, orders after %s would have cost least; the quantiles of %s were nearest to what came."
                .formatted(results.size(), cheapest.method(), sharpest.method());
    }

    private void charts(Markup out) {
        out.open("section", "class", "card").leaf("h2", "Side by side").open("div", "class", "charts");
        bars("MASE", "mean absolute error, by that of the naive method", BacktestResult::mase, out);
        bars("RMSSE", "root mean squared error, by the usual change", BacktestResult::rmsse, out);
        bars("SPL", "pinball loss of the quantiles, by the usual change", BacktestResult::spl, out);
        bars(
                "Cost of a period",
                "a unit left %s, a unit missing %s"
                        .formatted(Figures.number(settings.holding()), Figures.number(settings.shortage())),
                BacktestResult::cost,
                out);
        CoverageChart.draw(results, usual, out);
        SpeedChart.draw(results, usual, out);
        out.close().closeLine();
    }

    private void bars(String caption, String unit, ToDoubleFunction<BacktestResult> figure, Markup out) {
        MethodBars.draw(caption, unit, results, usual, figure, out);
    }

    private void examples(Markup out) {
        out.open("section", "class", "card").leaf("h2", "What %s foretold, and what came".formatted(shown()));
        if (foretold.isEmpty()) {
            out.leaf("p", "No series is long enough to show.", "class", "empty");
        } else {
            out.leaf("p", "From the last of the moments; series from large to small.", "class", "quiet")
                    .open("div", "class", "charts");
            foretold.forEach(it -> ForetoldChart.draw(it, out));
            out.close();
        }
        out.closeLine();
    }

    /** The default, when it was judged. */
    private String shown() {
        return results.stream().anyMatch(it -> it.method().equals(usual))
                ? "the default"
                : results.get(0).method();
    }

    private static void reading(Markup out) {
        out.open("footer").leaf("h2", "How to read this page").open("ul");
        List.of(
                        "Every method forecast from moments of the past without what came after, and was fitted anew each time.",
                        "In all figures but coverage and bias less is better. Green is the best of its column.",
                        "MASE, RMSSE and SPL are scaled by how much a series changes by itself, so that large and small ones count alike. Series whose history never moved are left out of them.",
                        "Bias above zero is too much. Coverage counts what came between the 2.5 % and 97.5 % quantiles: 95 % is right, more is too careful, less is too sure.",
                        "Cost is of ordering the quantile that holding and shortage call for, and paying for what is left or missing.")
                .forEach(it -> out.leaf("li", it));
        out.close().closeLine();
    }
}
