package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCommandTest {

    private static final String PLAN =
            "plan --transactions @orders.csv --zone Europe/London --currency GBP --as-of 2024-03-01 --out @out ";
    private static final String WITH_EVERYTHING = PLAN + "--products @products.csv --stock @stock.csv ";
    private static final String HEADER =
            "decision_id,capability,sku,channel,node,status,action,value,unit,baseline,expected_gain,verdict,rules,reason";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void write() {
        shell = new Shell(folder);
        shell.write("orders.csv", orders(60));
        shell.write("products.csv", """
                sku,name,category,currency,cost,price,pack,min_order,lead_time_days,supplier
                MUG-1,Red mug,Mugs,GBP,3.10,7.50,6,12,10,Potter
                TEA-2,Green tea,Tea,GBP,1.00,2.50,1,1,5,Garden
                """);
        shell.write("stock.csv", """
                sku,node,on_hand,on_order,expected_date
                MUG-1,main,3,0,
                TEA-2,main,5000,12,2024-03-04
                """);
    }

    /** From New Year on, three mugs and two teas every day, each day by another customer. */
    private static String orders(int days) {
        var lines = new StringBuilder(
                "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
        for (int day = 0; day < days; day++) {
            var date = LocalDate.of(2024, 1, 1).plusDays(day);
            lines.append("%d,MUG-1,Red mug,3,%sT10:00,7.50,customer-%d@secret.example,UK\n".formatted(day, date, day));
            lines.append(
                    "%d,TEA-2,Green tea,2,%sT10:00,2.50,customer-%d@secret.example,UK\n".formatted(day, date, day));
        }
        return lines.toString();
    }

    @Test
    void decisions_trail_and_report_appear_and_the_best_are_printed() {
        var run = shell.run(WITH_EVERYTHING);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(shell.files())
                .contains("out/audit.jsonl", "out/decisions.csv", "out/report.html")
                .noneMatch(it -> it.contains(".part"));
        assertThat(shell.lines("out/decisions.csv").get(0)).isEqualTo(HEADER);
        assertThat(shell.lines("out/decisions.csv")).hasSize(5);
        assertThat(run.lines()).allMatch(it -> it.length() <= 100);
        assertThat(run.out()).contains("MUG-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "9999-12-31", "0000-01-01", "1970-01-01"})
    void a_day_beyond_all_measure_is_refused(String day) {
        assertRefused(WITH_EVERYTHING.replace("2024-03-01", day), "--as-of expects a day from the year 1981 to 2199");
    }

    @Test
    void places_that_cannot_be_written_to_are_refused_before_anything_is_read() {
        assertRefused(WITH_EVERYTHING + " --data @stock.csv", "stock.csv is a file, expected a folder");
        assertRefused(
                WITH_EVERYTHING.replace("@out", "@stock.csv").replace("@orders.csv", "@nowhere.csv"),
                "stock.csv cannot be made: it is a file");
    }

    private void assertRefused(String command, String message) {
        var before = shell.files();

        var run = shell.run(command);

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("at dev.");
        assertThat(shell.files()).isEqualTo(before);
    }

    @Test
    void a_shelf_that_runs_empty_is_ordered_for_in_whole_packs() {
        shell.run(WITH_EVERYTHING);

        var mug = row("inventory", "MUG-1");
        assertThat(mug.get(5)).isEqualTo("unguarded");
        assertThat(mug.get(6)).isEqualTo("order");
        assertThat(Integer.parseInt(mug.get(7)) % 6).isZero();
        assertThat(mug.get(8)).isEqualTo("units");
        assertThat(Double.parseDouble(mug.get(10))).isPositive();
        assertThat(row("inventory", "TEA-2").get(6)).isEqualTo("none");
    }

    @Test
    void without_stock_there_is_a_level_to_order_up_to_and_no_quantity() {
        shell.run(PLAN + "--products @products.csv");

        var mug = row("inventory", "MUG-1");
        assertThat(mug.get(5)).isEqualTo("insufficient_data");
        assertThat(mug.get(6)).isEqualTo("none");
        assertThat(Double.parseDouble(mug.get(7))).isGreaterThan(30);
        assertThat(mug.get(8)).isEqualTo("order-up-to level");
        assertThat(mug.get(13)).contains("stock");
    }

    @Test
    void without_cost_there_is_no_price() {
        shell.run(PLAN);

        assertThat(row("pricing", "MUG-1").subList(5, 9)).containsExactly("insufficient_data", "none", "", "");
    }

    @Test
    void what_happens_later_changes_no_decision() {
        shell.run(WITH_EVERYTHING);
        var before = shell.read("out/decisions.csv");
        shell.write("orders.csv", orders(200));

        shell.run(WITH_EVERYTHING);

        assertThat(shell.read("out/decisions.csv")).isEqualTo(before);
    }

    @Test
    void two_runs_give_the_same_bytes() {
        var first = shell.run(WITH_EVERYTHING);
        var files = List.of("out/decisions.csv", "out/audit.jsonl", "out/report.html");
        var before = files.stream().map(shell::read).toList();

        var second = shell.run(WITH_EVERYTHING);

        assertThat(second).isEqualTo(first);
        assertThat(files.stream().map(shell::read)).isEqualTo(before);
    }

    @Test
    void no_customer_is_told_of_anywhere() {
        shell.write("orders.csv", orders(60) + "99,MUG-1,Red mug,customer-99@secret.example,2024-02-01,1,8,UK\n");

        var run = shell.run(WITH_EVERYTHING);

        assertThat(run.err() + run.out()).doesNotContain("secret.example");
        for (var file : List.of("out/decisions.csv", "out/audit.jsonl", "out/report.html")) {
            var text = shell.read(file);
            assertThat(IntStream.range(0, 100).mapToObj(it -> "customer-" + it))
                    .as(file)
                    .noneMatch(text::contains);
            assertThat(text).doesNotContain("secret.example");
        }
    }

    @Test
    void the_trail_of_a_plan_verifies_against_the_checkpoint_it_printed() {
        var run = shell.run(WITH_EVERYTHING);

        var checkpoint = run.err()
                .lines()
                .filter(it -> it.startsWith("Audit trail: "))
                .findFirst()
                .orElseThrow()
                .substring(13);
        var verified = shell.run("audit verify @out/audit.jsonl --checkpoint " + checkpoint);
        assertThat(verified.code()).isZero();
        assertThat(verified.out().strip()).isEqualTo(checkpoint);
    }

    @Test
    void the_report_tells_how_lines_were_understood() {
        shell.write("orders.csv", orders(60) + """
                C60,MUG-1,Red mug,-3,2024-02-20T11:00,7.50,customer-50@secret.example,UK
                61,POST,POSTAGE,1,2024-02-21T11:00,9.00,customer-50@secret.example,UK
                62,MUG-1,damaged,-2,2024-02-21T11:00,0,,UK
                """);

        shell.run(WITH_EVERYTHING);

        assertThat(shell.read("out/report.html"))
                .contains("Cancelled the same or the next day")
                .contains("order 50, MUG-1: 3 units taken back by C60 after 1 h")
                .contains("POST (POSTAGE): shipping, 1 lines")
                .contains("Stock corrections");
    }

    @Test
    void a_failed_run_leaves_older_results_as_they_were() {
        shell.run(WITH_EVERYTHING);
        var before = shell.read("out/decisions.csv");
        shell.write("products.csv", "sku,currency,cost\nMUG-1,GBP,three\n");

        var run = shell.run(WITH_EVERYTHING);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("products.csv:2:3: cost: expected a number");
        assertThat(shell.read("out/decisions.csv")).isEqualTo(before);
        assertThat(shell.files()).noneMatch(it -> it.contains(".part"));
    }

    @Test
    void a_broken_rule_stops_the_plan_and_nothing_is_written() {
        shell.write("rules/bad.drl", "package rules\nrule \"x\" when Nothing() then end\n");

        var run = shell.run(WITH_EVERYTHING + "--rules @rules");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("bad.drl:2:");
        assertThat(shell.files()).noneMatch(it -> it.startsWith("out/"));
    }

    @Test
    void columns_are_named_where_their_headers_do_not_tell() {
        shell.write("orders.csv", "nr,what,how_many,at\n1,MUG-1,3,2024-02-01\n");

        assertThat(shell.run(PLAN).err()).contains("--columns order=NAME");
        assertThat(shell.run(PLAN + "--columns order=nr,sku=what,quantity=how_many,time=at")
                        .code())
                .isZero();
        assertThat(shell.run(PLAN + "--columns order=nr,sku=what,quantity=how_many,time=at,colour=nr")
                        .err())
                .contains("'colour' is no role");
        assertThat(shell.run(PLAN + "--columns order=nope").err()).contains("no column 'nope'");
    }

    @Test
    void impossible_options_are_bad_usage() {
        assertThat(shell.run(PLAN.replace("Europe/London", "Europe/Atlantis")).code())
                .isEqualTo(2);
        assertThat(shell.run(PLAN.replace("GBP", "Pounds")).code()).isEqualTo(2);
        assertThat(shell.run(PLAN.replace("2024-03-01", "01/03/2024")).code()).isEqualTo(2);
        assertThat(shell.run(PLAN.replace("@orders.csv", "@none.csv")).code()).isEqualTo(2);
        assertThat(shell.run(PLAN + "--horizon 0").code()).isEqualTo(2);
        assertThat(shell.files()).noneMatch(it -> it.startsWith("out/"));
    }

    private List<String> row(String capability, String sku) {
        return shell.lines("out/decisions.csv").stream()
                .map(it -> List.of(it.split(",", 14)))
                .filter(it -> it.get(1).equals(capability) && it.get(2).equals(sku))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_line_that_cannot_be_read_is_told_with_its_place() {
        shell.write("orders.csv", orders(60).replaceFirst("mug,3,", "mug,three,"));

        var run = shell.run(WITH_EVERYTHING);

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .contains("1 lines cannot be read and are left out:")
                .contains("orders.csv:2:4: Quantity");
    }

    @Test
    void products_in_another_currency_than_the_sales_are_refused() {
        var run = shell.run(WITH_EVERYTHING.replace("--currency GBP", "--currency EUR"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--currency is EUR, but the products are in GBP");
        assertThat(shell.files()).noneMatch(it -> it.startsWith("out/"));
    }

    @Test
    void a_horizon_of_centuries_and_a_day_of_another_order_are_bad_usage() {
        var centuries = shell.run(PLAN + "--horizon 100000");
        var day = shell.run(PLAN.replace("2024-03-01", "01.03.2024"));

        assertThat(centuries.code()).isEqualTo(2);
        assertThat(centuries.err()).contains("--horizon expects at most 3650, not 100000");
        assertThat(day.code()).isEqualTo(2);
        assertThat(day.err())
                .contains("expected a date such as 2024-03-31, found '01.03.2024'")
                .doesNotContain("java.");
    }
}
