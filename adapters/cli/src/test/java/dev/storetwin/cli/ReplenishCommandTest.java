package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplenishCommandTest {

    private static final String REPLENISH =
            "replenish --sales @sales.csv --in-stock @flags.csv --state @state.csv --master @master.csv --out @o.csv ";
    private static final int WEEKS = 60;

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void write() {
        shell = new Shell(folder);
        var weeks = IntStream.range(0, WEEKS)
                .mapToObj(it -> LocalDate.of(2023, 1, 2).plusWeeks(it).toString())
                .collect(Collectors.joining(","));
        shell.write("sales.csv", "Store,Product,%s\n1,7,%s\n2,7,%s\n".formatted(weeks, row("10"), row("0")));
        shell.write("flags.csv", "Store,Product,%s\n2,7,%s\n1,7,%s\n".formatted(weeks, row("True"), row("True")));
        shell.write("master.csv", "Store,Product,ProductGroup,Department\n1,7,71,7\n2,7,71,7\n");
        state("2,7,0,0,0\n1,7,0,0,0\n");
    }

    private static String row(String cell) {
        return IntStream.range(0, WEEKS).mapToObj(it -> cell).collect(Collectors.joining(","));
    }

    private void state(String rows) {
        shell.write("state.csv", "Store,Product,End Inventory,In Transit W+1,In Transit W+2\n" + rows);
    }

    @Test
    void one_whole_number_per_pair_in_the_order_of_the_state_file() {
        var run = shell.run(REPLENISH);

        assertThat(run.code()).isZero();
        assertThat(shell.lines("o.csv")).hasSize(3);
        assertThat(shell.lines("o.csv").get(0)).isEqualTo("Store,Product,Quantity");
        assertThat(shell.lines("o.csv").get(1)).isEqualTo("2,7,0");
        assertThat(shell.lines("o.csv").get(2)).matches("1,7,1\\d");
    }

    @Test
    void what_is_there_and_on_its_way_is_not_ordered_again() {
        state("1,7,40,10,10\n");

        shell.run(REPLENISH);

        assertThat(shell.lines("o.csv")).containsExactly("Store,Product,Quantity", "1,7,0");
    }

    @Test
    void a_pair_without_sales_gets_nothing_and_it_is_said() {
        state("1,7,0,0,0\n9,9,0,0,0\n");

        var run = shell.run(REPLENISH);

        assertThat(run.code()).isZero();
        assertThat(shell.lines("o.csv").get(2)).isEqualTo("9,9,0");
        assertThat(run.err()).contains("such as 9/9, have no sales").contains("not in the master data");
    }

    @Test
    void a_week_that_is_no_day_or_a_lifetime_away_is_refused_and_not_passed_over() {
        var sales = shell.read("sales.csv");
        shell.write("sales.csv", sales.replace("2023-02-27", "2023-02-30"));
        assertRefused("sales.csv:1:11: 2023-02-30: expected the Monday of a week such as 2024-04-08");

        shell.write("sales.csv", sales.replace("2024-02-19", "2074-02-19"));
        assertRefused("sales.csv:1:62: 2074-02-19: 2609 weeks are missing between 2024-02-12 and it");
    }

    @Test
    void more_units_than_there_can_be_are_refused_with_their_place() {
        state("1,7,5e30,0,0\n");
        assertRefused("state.csv:2:3: End Inventory: expected 1000000000 units at most, found 5e30");

        state("1,7,0,0,0\n");
        shell.write("sales.csv", shell.read("sales.csv").replaceFirst("1,7,10", "1,7,3e30"));
        assertRefused("sales.csv:2:3: 2023-01-02: expected 1000000000 units at most, found 3e30");
    }

    private void assertRefused(String message) {
        var run = shell.run(REPLENISH);

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(folder.resolve("o.csv")).doesNotExist();
    }

    @Test
    void bad_cells_are_told_by_file_line_and_column_and_nothing_is_written() {
        state("1,7,-3,0,0\n");
        assertThat(shell.run(REPLENISH).err()).contains("state.csv:2:3: End Inventory: expected units not below zero");

        state("1,7,0,0,0\n1,7,0,0,0\n");
        assertThat(shell.run(REPLENISH).err()).contains("state.csv:3:2: Product: store and product 1/7");

        state("5,5,0,0,0\n");
        var strangers = shell.run(REPLENISH);
        assertThat(strangers.code()).isEqualTo(2);
        assertThat(strangers.err()).contains("sales.csv: it has none of the stores and products");

        state("1,7,0,0,0\n");
        shell.write("flags.csv", "Store,Product,2023-01-02\n1,7,maybe\n");
        assertThat(shell.run(REPLENISH).err()).contains("flags.csv:2:3: 2023-01-02: expected True or False");
        assertThat(shell.files()).doesNotContain("o.csv");
    }

    @Test
    void weeks_must_be_weeks_and_costs_above_zero() {
        shell.write("sales.csv", "Store,Product,2023-01-02,2023-01-10\n1,7,1,1\n");
        assertThat(shell.run(REPLENISH).err()).contains("sales.csv:1:4: 2023-01-10: expected whole weeks");

        shell.write("sales.csv", "Store,Product,W1,W2\n1,7,1,1\n");
        assertThat(shell.run(REPLENISH).err()).contains("none of the columns is a week");

        assertThat(shell.run(REPLENISH + "--holding 0").code()).isEqualTo(2);
        assertThat(shell.run(REPLENISH + "--lead-time -1").code()).isEqualTo(2);
    }

    @Test
    void a_mistyped_year_is_refused_before_weeks_are_laid_out_for_it() {
        shell.write("sales.csv", shell.read("sales.csv").replaceFirst("2023-01-02", "0023-01-02"));
        var early = shell.run(REPLENISH);
        assertThat(early.code()).isEqualTo(2);
        assertThat(early.err())
                .contains("sales.csv:1:62: 2024-02-19: expected at most 5200 weeks from 0023-01-02 on")
                .contains("Maybe a year is mistyped");

        write();
        shell.write("flags.csv", shell.read("flags.csv").replaceFirst("2024-02-19", "+999999999-12-27"));
        assertThat(shell.run(REPLENISH).err()).contains("flags.csv:1:62: ").contains("expected at most 5200 weeks");
        assertThat(shell.files()).doesNotContain("o.csv");
    }

    @Test
    void a_week_in_transit_that_would_be_passed_over_is_refused() {
        shell.write("state.csv", "Store,Product,End Inventory,In Transit W+2\n1,7,0,90\n");
        var run = shell.run(REPLENISH);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("state.csv:1:4: In Transit W+2: expected the column In Transit W+1 first")
                .contains("Maybe a week was left out");

        shell.write("state.csv", "Store,Product,End Inventory,In Transit Week 1\n1,7,0,90\n");
        assertThat(shell.run(REPLENISH).code()).isEqualTo(2);
        assertThat(shell.files()).doesNotContain("o.csv");
    }

    @Test
    void costs_that_differ_by_more_digits_than_a_double_has_are_taken() {
        var run = shell.run(REPLENISH + "--holding 1e-300");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(shell.lines("o.csv")).hasSize(3);
        assertThat(shell.run(REPLENISH + "--holding 1e10").err())
                .contains("above 0 and at most 1000000000, not 1.0E10");
    }

    @Test
    void units_below_zero_are_bad_input_with_their_place() {
        shell.write("sales.csv", shell.read("sales.csv").replaceFirst("1,7,10,", "1,7,-4,"));

        var run = shell.run(REPLENISH);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("sales.csv:2:3: 2023-01-02: expected units not below zero, found -4");
    }

    @Test
    void any_lead_time_works_and_the_choice_is_told() {
        for (int weeks = 0; weeks <= 8; weeks += 4) {
            var run = shell.run(REPLENISH + "--lead-time " + weeks);

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.err()).contains("Ordering by ");
            assertThat(shell.lines("o.csv")).contains("2,7,0").hasSize(3);
        }
    }

    @Test
    void a_dearer_shortage_orders_no_less() {
        shell.write("sales.csv", uneven(WEEKS));
        var cheap = quantity(REPLENISH + "--shortage 0.3");
        var dear = quantity(REPLENISH + "--shortage 3");

        assertThat(dear).isGreaterThan(cheap);
    }

    private long quantity(String command) {
        assertThat(shell.run(command).code()).isZero();
        return Long.parseLong(shell.lines("o.csv").get(2).split(",")[2]);
    }

    @Test
    void weeks_that_follow_and_histories_of_a_few_weeks_are_taken_as_they_come() {
        shell.write("sales.csv", uneven(WEEKS + 8));
        var later = shell.run(REPLENISH);
        assertThat(later.code()).isZero();
        assertThat(later.err()).contains("flags.csv has no column for 8 of the weeks of sales: they count as in stock");

        shell.write("sales.csv", uneven(12));
        var young = shell.run(REPLENISH);
        assertThat(young.code()).isZero();
        assertThat(young.err())
                .contains("12 weeks of sales are too few to know the season")
                .contains("too short to play");
        assertThat(shell.lines("o.csv").get(2)).matches("1,7,\\d+");
    }

    /** Steady for one product, nothing for the other. */
    private static String uneven(int weeks) {
        var header = IntStream.range(0, weeks)
                .mapToObj(it -> LocalDate.of(2023, 1, 2).plusWeeks(it).toString())
                .collect(Collectors.joining(","));
        var sold = IntStream.range(0, weeks)
                .mapToObj(it -> Integer.toString(4 + it * 7 % 13))
                .collect(Collectors.joining(","));
        var none = IntStream.range(0, weeks).mapToObj(it -> "0").collect(Collectors.joining(","));
        return "Store,Product,%s\n1,7,%s\n2,7,%s\n".formatted(header, sold, none);
    }

    @Test
    void files_that_name_a_pair_twice_are_refused_and_missing_flags_are_told() {
        shell.write("master.csv", "Store,Product,Department\n1,7,7\n1,7,8\n");
        assertThat(shell.run(REPLENISH).err()).contains("master.csv:3:2: Product: store and product 1/7 stand in");

        shell.write("master.csv", "Store,Product,Department\n1,7,7\n2,7,7\n");
        shell.write("flags.csv", "Store,Product,2023-01-02\n1,7,True\n");
        var run = shell.run(REPLENISH);
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .contains("1 of 2 stores and products, such as 2/7, have no in-stock flags")
                .contains("flags.csv has no column for 59 of the weeks of sales");
    }

    @Test
    void the_same_files_and_seed_give_the_same_orders() {
        shell.write("sales.csv", uneven(WEEKS));
        shell.run(REPLENISH);
        var first = shell.read("o.csv");

        shell.run(REPLENISH);

        assertThat(shell.read("o.csv")).isEqualTo(first);
    }
}
