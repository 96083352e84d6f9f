package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastCommandTest {

    private static final String FORECAST = "forecast --series @s.csv --horizon 2 --season 1 --out @f.csv ";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void one_row_per_series_and_step_in_the_order_of_the_file() {
        shell.write("s.csv", "series,index,value\nz,1,5\nz,2,5\na,1,7\na,2,7\nz,3,5\n");

        var run = shell.run(FORECAST);

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(shell.lines("f.csv").get(0)).isEqualTo("series,horizon,mean,q0.025,q0.1,q0.5,q0.9,q0.975");
        assertThat(shell.lines("f.csv").subList(1, 5))
                .extracting(it -> it.substring(0, 6))
                .containsExactly("z,1,5,", "z,2,5,", "a,1,7,", "a,2,7,");
    }

    @Test
    void quantiles_are_named_as_asked_for_ascending() {
        shell.write("s.csv", "series,index,value\na,1,7\n");

        shell.run(FORECAST + "--quantiles 0.9,.05,0.5");

        assertThat(shell.lines("f.csv").get(0)).isEqualTo("series,horizon,mean,q0.05,q0.5,q0.9");
    }

    @Test
    void a_dash_is_standard_output() {
        shell.write("s.csv", "series,index,value\na,1,7\n");

        var run = shell.run("forecast --series @s.csv --horizon 1 --season 1 --out -");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(2);
        assertThat(shell.files()).containsExactly("s.csv");
    }

    @Test
    void quantiles_never_cross_and_are_never_negative_for_what_never_was() {
        var values = IntStream.range(0, 40)
                .mapToObj(it -> "a,2024-%02d-%02d,%d".formatted(1 + it / 28, 1 + it % 28, it * 7 % 5 == 0 ? it % 9 : 0))
                .collect(Collectors.joining("\n"));
        shell.write("s.csv", "series,index,value\n" + values + "\n");

        shell.run("forecast --series @s.csv --horizon 20 --season 7 --out @f.csv");

        for (var line : shell.lines("f.csv").subList(1, 21)) {
            var numbers =
                    Arrays.stream(line.split(",")).skip(3).map(Double::valueOf).toList();
            assertThat(numbers).isSorted().allMatch(it -> it >= 0);
        }
    }

    @Test
    void rows_after_the_last_value_are_the_future_and_not_history() {
        shell.write("s.csv", "series,index,value\na,1,7\na,2,7\na,3,7\na,4,\na,5,\n");

        var run = shell.run(FORECAST);

        assertThat(shell.lines("f.csv").get(1)).startsWith("a,1,7,");
        assertThat(run.err()).contains("2 rows after the last values tell nothing of the future");
    }

    /** Fifty periods of about 10, of about 30 every fifth; the two to come have the given columns. */
    private void writePromoted(String header, String ordinary, String promoted, String first, String second) {
        var rows = IntStream.rangeClosed(1, 50)
                .mapToObj(it -> "a,%d,%d,%s"
                        .formatted(it, (it % 5 == 0 ? 30 : 10) + it * 7 % 3, it % 5 == 0 ? promoted : ordinary))
                .collect(Collectors.joining("\n"));
        shell.write("s.csv", "series,index,value,%s\n%s\na,51,,%s\na,52,,%s\n".formatted(header, rows, first, second));
    }

    private double mean(int line) {
        return Double.parseDouble(shell.lines("f.csv").get(line).split(",")[2]);
    }

    @Test
    void a_promotion_that_is_planned_is_foretold() {
        writePromoted("promo", "False", "True", "True", "False");

        assertThat(shell.run(FORECAST).code()).isZero();

        assertThat(mean(1)).isBetween(25.0, 40.0);
        assertThat(mean(2)).isBetween(8.0, 14.0);
    }

    @Test
    void any_column_of_numbers_is_used_and_one_with_text_is_not() {
        writePromoted("temperature,remark", "10,", "30,hot", "10,", "30,very hot");

        var run = shell.run(FORECAST);

        assertThat(mean(1)).isBetween(8.0, 14.0);
        assertThat(mean(2)).isBetween(25.0, 40.0);
        assertThat(run.err()).contains("Without a use, for they hold text or nothing: remark.");
    }

    @Test
    void a_price_must_be_a_number() {
        shell.write("s.csv", "series,index,value,price\na,1,7,2\na,2,7,cheap\n");

        var run = shell.run(FORECAST);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("s.csv:3:4: price: expected a number such as 12 or 0.5, found 'cheap'");
    }

    @Test
    void a_missing_date_within_a_series_is_unknown_and_said_so() {
        shell.write("s.csv", "series,index,value\na,2024-01-01,7\na,2024-01-02,7\na,2024-01-04,7\n");

        assertThat(shell.run(FORECAST).err()).contains("1 periods without a value are taken as unknown");
    }

    @Test
    void weeks_and_months_are_periods_of_their_own() {
        shell.write("s.csv", "series,index,value\na,2024-01-31,7\na,2024-02-29,7\na,2024-03-31,7\na,2024-04-30,7\n");
        assertThat(shell.run(FORECAST).err()).isEmpty();

        shell.write("s.csv", "series,index,value\na,2024-01-01,7\na,2024-01-08,7\na,2024-01-15,7\n");
        assertThat(shell.run(FORECAST).err()).isEmpty();

        shell.write("s.csv", "series,index,value\na,2024-01,7\na,2024-02,7\n");
        assertThat(shell.run(FORECAST).err()).isEmpty();
    }

    @Test
    void sales_without_stock_do_not_pull_the_forecast_down() {
        var rows = IntStream.range(1, 31)
                .mapToObj(it -> "a,%d,%d,%s".formatted(it, it > 20 ? 0 : 10, it > 20 ? "False" : "True"))
                .collect(Collectors.joining("\n"));
        shell.write("s.csv", "series,index,value,in_stock\n" + rows + "\n");

        shell.run(FORECAST);

        assertThat(Double.parseDouble(shell.lines("f.csv").get(1).split(",")[2]))
                .isGreaterThan(8);
    }

    @Test
    void an_event_that_comes_again_is_foretold() {
        var rows = IntStream.range(0, 60)
                .mapToObj(it -> "a,%s,%d"
                        .formatted(LocalDate.of(2024, 1, 1).plusDays(it), (it % 12 == 6 ? 40 : 10) + it * 7 % 3))
                .collect(Collectors.joining("\n"));
        shell.write("s.csv", "series,index,value\n" + rows + "\n");
        var fairs = IntStream.of(6, 18, 30, 42, 54, 61)
                .mapToObj(it -> LocalDate.of(2024, 1, 1).plusDays(it) + ",fair")
                .collect(Collectors.joining("\n"));
        shell.write("e.csv", "date,name\n" + fairs + "\n");

        var run = shell.run(FORECAST + "--events @e.csv");

        assertThat(run.err()).contains("--events: 6 days of 1 events.");
        assertThat(mean(1)).isBetween(8.0, 14.0);
        assertThat(mean(2)).isBetween(30.0, 50.0);
    }

    @Test
    void events_need_dates_and_names_of_their_own() {
        shell.write("s.csv", "series,index,value\na,1,7\n");
        shell.write("e.csv", "date,name\n2024-12-25,Christmas\n");
        assertThat(shell.run(FORECAST + "--events @e.csv").err()).contains("events need dates");

        shell.write("s.csv", "series,index,value,price\na,2024-01-01,7,1\n");
        shell.write("e.csv", "date,name\n2024-12-25,price\n");
        var run = shell.run(FORECAST + "--events @e.csv");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("e.csv:2:2: name: 'price' is a column of s.csv already.");
    }

    @Test
    void a_new_series_sells_as_its_like() {
        var rows = IntStream.range(0, 200)
                .mapToObj(it -> "s%d,%d,%d".formatted(it / 20, it % 20, (it / 20 < 5 ? 40 : 4) + it * 7 % 3))
                .collect(Collectors.joining("\n"));
        shell.write("s.csv", "series,index,value\n" + rows + "\nnew,19,\n");
        var kinds = IntStream.range(0, 10)
                .mapToObj(it -> "s%d,kind,%s".formatted(it, it < 5 ? "big" : "small"))
                .collect(Collectors.joining("\n"));
        shell.write("at.csv", "series,key,value\n" + kinds + "\nnew,kind,big\nelse,kind,big\n");

        var run = shell.run(FORECAST + "--attributes @at.csv");

        assertThat(run.err()).contains("1 of 11 series are new and forecast from their like");
        assertThat(shell.lines("f.csv").get(21)).startsWith("new,1,");
        assertThat(mean(21)).isBetween(25.0, 60.0);
    }

    @Test
    void series_of_a_hierarchy_are_reconciled_in_the_order_of_the_file() {
        var rows = IntStream.range(0, 90)
                .mapToObj(it -> "s%d,%d,%d".formatted(it / 30, it % 30, 10 * (1 + it / 30) + it * 7 % 5))
                .collect(Collectors.joining("\n"));
        shell.write("s.csv", "series,index,value\n" + rows + "\n");
        shell.write("h.csv", "series,level1,level2\ns2,x,y\ns1,x,\ns0,z,y\nelse,x,y\n");

        var run = shell.run(FORECAST + "--hierarchy @h.csv");

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("--hierarchy: 3 series were reconciled with 4 sums.");
        assertThat(shell.lines("f.csv")).hasSize(7);
        assertThat(mean(1)).isBetween(9.0, 16.0);
        assertThat(mean(3)).isBetween(19.0, 26.0);
        assertThat(mean(5)).isBetween(29.0, 36.0);
    }

    @Test
    void series_that_begin_later_or_end_earlier_are_reconciled_too() {
        shell.write("s.csv", "series,index,value\na,1,5\na,2,5\na,3,5\na,4,5\nb,3,7\nb,4,7\nc,1,2\nc,2,2\nd,2,\n");
        shell.write("h.csv", "series,level1\na,x\nb,x\nc,y\nd,y\n");

        var run = shell.run(FORECAST + "--hierarchy @h.csv");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("1 series end before others; they are forecast from the end of all.");
        assertThat(shell.lines("f.csv")).hasSize(9).noneMatch(it -> it.contains("NaN"));
    }

    @Test
    void a_hierarchy_that_does_not_fit_is_bad_input() {
        shell.write("s.csv", "series,index,value\na,1,7\nb,1,7\n");
        for (var bad : List.of(
                "a,x|h.csv: series b has no row; each of 2 series needs one.",
                "a,x;b,x;a,y|h.csv:4:1: series: series a is here twice.",
                "a,,y;b,x,y|h.csv:2:2: level1: it is empty, while level2 is not.")) {
            shell.write("h.csv", "series,level1,level2\n" + bad.split("\\|")[0].replace(';', '\n') + "\n");

            var run = shell.run(FORECAST + "--hierarchy @h.csv");

            assertThat(run.code()).as(bad).isEqualTo(2);
            assertThat(run.err()).contains(bad.split("\\|")[1]);
            assertThat(shell.files()).doesNotContain("f.csv");
        }
    }

    @Test
    void attributes_that_do_not_fit_are_bad_input() {
        shell.write("s.csv", "series,index,value\na,1,7\n");

        shell.write("at.csv", "series,key,value\na,kind,x\na,kind,y\n");
        assertThat(shell.run(FORECAST + "--attributes @at.csv").err())
                .contains("at.csv:3:2: key: series a has 'kind' twice.");

        shell.write("at.csv", "series,key,value\nA,kind,x\n");
        assertThat(shell.run(FORECAST + "--attributes @at.csv").code()).isEqualTo(2);
    }

    @Test
    void a_malformed_side_table_is_bad_input() {
        shell.write("s.csv", "series,index,value\na,1,7\n");
        shell.write("e.csv", "date,name\n25.12.2024,Christmas\n");

        var run = shell.run(FORECAST + "--events @e.csv");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("e.csv:2:1: date: expected a date");
    }

    @Test
    void bad_cells_are_told_by_file_line_and_column_and_the_old_result_stays() {
        shell.write("f.csv", "old");
        for (var bad : List.of(
                "a,x,7|s.csv:3:2: index",
                "a,2,seven|s.csv:3:3: value: expected a number such as 12 or 0.5, found 'seven'",
                "a,1,8|s.csv:3:2: index: series a has this period twice, first in line 2",
                ",2,7|s.csv:3:1: series: it is empty")) {
            shell.write("s.csv", "series,index,value\na,1,7\n" + bad.split("\\|")[0] + "\n");

            var run = shell.run(FORECAST);

            assertThat(run.code()).as(bad).isEqualTo(2);
            assertThat(run.err()).contains(bad.split("\\|")[1]).contains("Maybe ");
            assertThat(shell.read("f.csv")).isEqualTo("old");
            assertThat(shell.files()).containsExactly("f.csv", "s.csv");
        }
    }

    @Test
    void impossible_options_are_bad_usage() {
        shell.write("s.csv", "series,index,value\na,1,7\n");

        assertThat(shell.run("forecast --series @s.csv --horizon 0 --season 1 --out @f.csv")
                        .code())
                .isEqualTo(2);
        assertThat(shell.run("forecast --series @s.csv --horizon 1 --season 0 --out @f.csv")
                        .code())
                .isEqualTo(2);
        assertThat(shell.run(FORECAST + "--quantiles 90").err()).contains("0.9, not 90");
        assertThat(shell.run("forecast --series @none.csv --horizon 1 --season 1 --out @f.csv")
                        .code())
                .isEqualTo(2);
        assertThat(shell.run("forecast --series @s.csv --horizon 1 --season 1 --out " + folder)
                        .code())
                .isEqualTo(2);
        assertThat(shell.files()).containsExactly("s.csv");
    }

    @Test
    void two_runs_give_the_same_bytes() {
        var values = IntStream.range(0, 300)
                .mapToObj(it -> "s%d,%d,%d".formatted(it / 30, it % 30, it * 31 % 17))
                .collect(Collectors.joining("\n"));
        shell.write("s.csv", "series,index,value\n" + values + "\n");

        shell.run(FORECAST);
        var first = shell.read("f.csv");
        shell.run(FORECAST);

        assertThat(shell.read("f.csv")).isEqualTo(first);
    }

    @Test
    void a_horizon_without_end_is_bad_usage() {
        shell.write("s.csv", "series,index,value\na,1,2\n");

        var run = shell.run("forecast --series @s.csv --horizon 2000000000 --season 1 --out @f.csv");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--horizon expects at most 100000, not 2000000000");
    }
}
