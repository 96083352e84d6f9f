package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody would send on purpose: a defined answer or a clear refusal, and never half a file. */
class BadSeriesTest {

    private static final String FORECAST = "forecast --series @s.csv --horizon 3 --season 7 --out @out ";
    private static final String BACKTEST =
            "backtest --series @s.csv --horizon 3 --season 7 --origins 2 --methods usual,naive,ses,sba --report @page --out @out ";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    private void write(String... values) {
        var rows = IntStream.range(0, values.length)
                .mapToObj(it -> "a,%d,%s".formatted(it, values[it]))
                .collect(Collectors.joining("\n"));
        shell.write("s.csv", "series,index,value\n" + rows + "\n");
    }

    private static String[] repeated(int times, String... values) {
        return Stream.generate(() -> values)
                .limit(times)
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
    }

    static Stream<Arguments> oddities() {
        return Stream.of(
                Arguments.of("constant", repeated(30, "5")),
                Arguments.of("all zero", repeated(30, "0")),
                Arguments.of("negative", repeated(10, "-3", "4", "-7")),
                Arguments.of("gaps", repeated(10, "3", "", "", "9")),
                Arguments.of("shorter than a season", repeated(5, "3")),
                Arguments.of("huge", repeated(10, "1e15", "3e15", "2e15")),
                Arguments.of("absurd", repeated(10, "1e60", "3", "-2e59")),
                Arguments.of("small", repeated(10, "1e-3", "3e-3", "2e-3")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddities")
    void odd_series_are_forecast_and_judged_in_finite_numbers(String name, String[] values) {
        write(values);

        assertThat(shell.run(FORECAST).code()).isZero();
        assertThat(shell.lines("out")).hasSize(4);
        shell.lines("out").stream().skip(1).forEach(BadSeriesTest::assertFinite);

        var judged = shell.run(BACKTEST);
        assertThat(judged.code()).as(judged.err()).isZero();
        assertThat(shell.read("out") + shell.read("page")).doesNotContain("NaN", "Infinity", "null");
    }

    private static void assertFinite(String line) {
        var numbers =
                Arrays.stream(line.split(",")).skip(2).map(Double::valueOf).toList();
        assertThat(numbers).hasSize(6).allMatch(Double::isFinite);
        assertThat(numbers.subList(1, 6)).isSorted();
    }

    @Test
    void one_value_is_a_forecast_but_no_past_to_judge_by() {
        write("7");

        assertThat(shell.run(FORECAST).code()).isZero();
        assertThat(shell.lines("out").get(1)).startsWith("a,1,7,");
        assertRefused(BACKTEST, "the longest has 1.");
    }

    @Test
    void a_series_without_any_value_is_expected_to_sell_nothing() {
        write("", "", "");

        var run = shell.run(FORECAST);

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("Series a has no value at all");
        assertThat(shell.lines("out").get(1)).isEqualTo("a,1,0,0,0,0,0,0");
        assertRefused(BACKTEST, "the longest has 0.");
    }

    @Test
    void twenty_thousand_points_are_forecast() {
        write(IntStream.range(0, 20_000)
                .mapToObj(it -> Integer.toString(10 + it * 7 % 13))
                .toArray(String[]::new));

        assertThat(shell.run(FORECAST).code()).isZero();
        assertThat(shell.lines("out")).hasSize(4);
    }

    @Test
    void a_season_beyond_all_bounds_is_no_season() {
        write(IntStream.range(0, 70)
                .mapToObj(it -> Double.toString(10.5 + it % 4))
                .toArray(String[]::new));

        assertThat(shell.run(FORECAST.replaceFirst("--season \\d+", "--season 1000000"))
                        .code())
                .isZero();
        assertThat(shell.lines("out")).hasSize(4);
    }

    @Test
    void a_result_never_takes_the_place_of_what_it_is_made_from() {
        write("1", "2", "3", "4");

        assertRefused(FORECAST.replace("@out", "@./s.csv"), "writing it would destroy the other");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("", "the file is empty"),
                Arguments.of("series,index,value\n", "there is no row after the header"),
                Arguments.of("series,index\na,1\n", "there is no column 'value'"),
                Arguments.of("series,index,value\na,1,NaN\n", "s.csv:2:3: value: expected a number"),
                Arguments.of("series,index,value\na,1,inf\n", "s.csv:2:3: value: expected a number"),
                Arguments.of("series,index,value\na,1,1e999\n", "s.csv:2:3: value: expected a number"),
                Arguments.of("series,index,value\na,1,1\na,1,2\n", "s.csv:3:2: index: series a has this period twice"),
                Arguments.of(
                        "series,index,value,price\na,1,1,\na,2,,3\na,2,,4\n",
                        "s.csv:4:2: index: series a has this period twice"),
                Arguments.of("series,index,value\na,1,1\na,9000000,2\n", "jumps 8999999 periods"),
                Arguments.of("series,index,value\na,1,１２\n", "s.csv:2:3: value: expected a number"),
                Arguments.of(
                        "series,index,value\na,1,1\na,2024-02-03,2\n",
                        "s.csv:3:2: index: expected a whole number as in the first row"),
                Arguments.of(
                        "series,index,value\na,2024-02-03,1\na,20240204,2\n",
                        "s.csv:3:2: index: expected a date such as 2024-03-31 as in the first row"),
                Arguments.of(
                        "series,index,value\na,2024-02-03,1\na,2024-02-04,1\na,0024-02-05,2\n",
                        "s.csv:2:2: index: series a jumps 730483 periods, from that of line 4"),
                Arguments.of(
                        "series,index,value\na,2024-02-03,1\na,2024-02-04,1\na,2262-02-05,2\n",
                        "s.csv:4:2: index: series a jumps 86929 periods, from that of line 3"),
                Arguments.of(
                        "series,index,value\na,1," + "7".repeat(90_000) + "\n",
                        "s.csv:2:3: value: expected a number such as 12 or 0.5, found '7777"),
                Arguments.of(
                        "series,index,value\na,1," + "7".repeat(1 << 20) + "\n",
                        "s.csv:2:3: one field has 1048576 characters"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void what_cannot_be_read_is_refused_with_its_place(String content, String message) {
        shell.write("s.csv", content);

        assertRefused(FORECAST, message);
        assertRefused(BACKTEST, message);
    }

    @Test
    void a_horizon_or_stride_of_nothing_is_refused() {
        write("1", "2", "3", "4");

        assertRefused(FORECAST.replace("--horizon 3", "--horizon 0"), "--horizon expects at least 1, not 0");
        assertRefused(BACKTEST.replace("--horizon 3", "--horizon 0"), "--horizon expects at least 1, not 0");
        assertRefused(BACKTEST + "--stride 0", "--stride expects at least 1, not 0");
        assertRefused(BACKTEST + "--stride 2147483647", "--stride expects at most 10000, not 2147483647");
    }

    private void assertRefused(String command, String message) {
        var before = shell.files();

        var run = shell.run(command);

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(shell.files()).isEqualTo(before);
    }
}
