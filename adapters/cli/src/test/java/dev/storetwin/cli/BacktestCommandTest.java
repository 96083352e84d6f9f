package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.forecast.ForecastMethods;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

    private static final String BACKTEST = "backtest --series @s.csv --horizon 3 --season 1 --origins 2 --out @b.json ";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void write() {
        shell = new Shell(folder);
        var values = IntStream.range(0, 40)
                .mapToObj(it -> "a,%d,%d".formatted(it, 10 + it % 4))
                .collect(Collectors.joining("\n"));
        shell.write("s.csv", "series,index,value\n" + values + "\n");
    }

    @Test
    void a_json_list_with_one_object_per_method_and_every_figure() {
        var run = shell.run(BACKTEST + "--methods naive,ses");

        assertThat(run.code()).isZero();
        assertThat(shell.lines("b.json")).hasSize(4).startsWith("[").endsWith("]");
        assertThat(shell.lines("b.json").get(1))
                .startsWith("{\"method\":\"naive\",\"origins\":2,\"n\":6,")
                .contains("\"smape\":", "\"mase\":", "\"rmsse\":", "\"wape\":", "\"bias\":", "\"spl\":")
                .contains("\"coverage95\":", "\"cost\":", "\"cpu_s\":")
                .endsWith("},");
    }

    @Test
    void all_methods_are_judged_unless_some_are_named() {
        shell.run(BACKTEST);

        assertThat(shell.read("b.json"))
                .contains("\"%s\"".formatted(ForecastMethods.usual().name()))
                .contains("\"climatology\"", "\"ses\"", "\"sba\"", "\"naive\"", "\"theta\"");
    }

    @Test
    void an_unknown_method_is_bad_usage_that_names_the_known_ones() {
        var run = shell.run(BACKTEST + "--methods oracle");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no method 'oracle'").contains("theta");
        assertThat(shell.files()).containsExactly("s.csv");
    }

    @Test
    void a_horizon_that_leaves_no_past_is_bad_input() {
        var run = shell.run("backtest --series @s.csv --horizon 40 --season 1 --origins 1 --out @b.json");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("the longest has 40");
    }

    @Test
    void a_past_without_a_value_in_stock_judges_nobody() {
        shell.write(
                "s.csv",
                shell.read("s.csv").replaceAll("(?m)^a,.*$", "$0,False").replace("value\n", "value,in_stock\n"));

        var run = shell.run(BACKTEST);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no value that was in stock");
        assertThat(shell.files()).containsExactly("s.csv");
    }

    @Test
    void holding_and_shortage_set_what_a_wrong_order_costs() {
        shell.write("s.csv", "series,index,value\n" + "a,%d,10\n".repeat(6).formatted(1, 2, 3, 4, 5, 6) + "a,7,14\n");
        var naive = "backtest --series @s.csv --horizon 1 --season 1 --origins 1 --methods naive --out - ";

        assertThat(shell.run(naive).out()).contains("\"cost\":4.0,");
        assertThat(shell.run(naive + "--holding 1 --shortage 3").out()).contains("\"cost\":12.0,");
        assertThat(shell.run(naive + "--shortage 0").code()).isEqualTo(2);
        assertThat(shell.run(naive + "--holding NaN").code()).isEqualTo(2);
    }

    @Test
    void a_stride_leads_further_into_the_past() {
        assertThat(shell.run(BACKTEST + "--methods naive --stride 20").code()).isZero();
        assertThat(shell.read("b.json")).contains("\"n\":6,");

        shell.run(BACKTEST + "--methods naive --stride 37");
        assertThat(shell.read("b.json")).contains("\"n\":3,");
    }

    @Test
    void a_method_named_twice_is_judged_once() {
        shell.run(BACKTEST + "--methods naive,naive");

        assertThat(shell.lines("b.json")).hasSize(3);
    }

    @Test
    void a_report_compares_the_methods_on_one_page() {
        var run = shell.run(BACKTEST + "--methods naive,ses,usual --report @b.html");

        assertThat(run.code()).isZero();
        assertThat(shell.read("b.html"))
                .contains("Content-Security-Policy", "script-src &#39;none&#39;")
                .contains(
                        "Of 3 methods",
                        "naive",
                        "usual</bdi> (default)",
                        "MASE",
                        "RMSSE",
                        "SPL",
                        "Coverage",
                        "Cost and time")
                .contains("What the default foretold, and what came")
                .doesNotContain("<script", "NaN", "Infinity");
        assertThat(shell.files()).containsExactly("b.html", "b.json", "s.csv");
    }

    @Test
    void scores_report_and_series_are_three_files() {
        for (var same : new String[] {"b.json", "./b.json", "s.csv"}) {
            var run = shell.run(BACKTEST + "--methods naive --report @" + same);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("writing it would destroy the other");
            assertThat(shell.files()).containsExactly("s.csv");
        }
    }
}
