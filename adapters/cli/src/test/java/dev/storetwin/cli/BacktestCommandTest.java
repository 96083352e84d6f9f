package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(shell.read("b.json")).contains("\"pick\"", "\"naive\"", "\"theta\"", "\"croston-sba\"");
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
}
