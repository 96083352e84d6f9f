package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceCommandTest {

    private static final String PRICE = "price --elasticities @e.csv --products @p.csv --rules @r.csv --out @o.csv";
    private static final String PRODUCTS =
            "series,price,cost,stock,weeks_left,ladder_low,ladder_high,ending,family,size_rank,competitor_price\n";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        shell.write("e.csv", """
                series,elasticity,lower,upper,method,status,reason
                tea,-2,-2.5,-1.5,log-log,estimated,
                oil,-2,-2.5,-1.5,log-log,refused,above zero
                jam,,,,,unidentified,no cost
                """);
        shell.write("p.csv", PRODUCTS + """
                tea,10,4,100,4,6,14,.99,,,8
                oil,10,4,100,4,6,14,.99,,,
                jam,10,4,100,4,6,14,.99,,,
                salt,10,,100,4,6,14,,,,
                """);
        shell.write("r.csv", "scope,rule,value\n*,Competitor-Index,1.05\n*,margin floor,20%\n");
    }

    @Test
    void writes_a_row_for_each_product_in_their_order() {
        var run = shell.run(PRICE);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(shell.lines("o.csv").get(0))
                .isEqualTo(
                        "series,price_before,price_after,status,expected_profit,runner_up,difference,binding_rules,reason");
        assertThat(shell.lines("o.csv").stream().skip(1))
                .satisfiesExactly(
                        tea -> assertThat(tea)
                                .startsWith("tea,10.00,7.99,changed,")
                                .contains("competitor_index"),
                        oil -> assertThat(oil).startsWith("oil,10.00,").contains("refused, that of its like is used"),
                        jam -> assertThat(jam)
                                .startsWith("jam,10.00,10.00,unidentified,")
                                .contains("no cost"),
                        salt -> assertThat(salt).startsWith("salt,10.00,10.00,insufficient_data,,"));
    }

    @Test
    void says_the_same_twice() throws Exception {
        shell.run(PRICE);
        var first = Files.readString(folder.resolve("o.csv"));

        shell.run(PRICE);

        assertThat(folder.resolve("o.csv")).hasContent(first);
    }

    @Test
    void names_the_smallest_set_of_rules_that_clash() {
        shell.write("r.csv", "scope,rule,value\n*,min_price,12\n*,max_price,9\n*,max_moves,50\n");

        shell.run(PRICE);

        assertThat(shell.lines("o.csv").get(1))
                .startsWith("tea,10.00,10.00,infeasible,")
                .contains("min_price", "max_price")
                .doesNotContain("max_moves");
    }

    @Test
    void refuses_rows_of_another_length_and_leaves_no_file() {
        for (var row : List.of(
                "tea,9,99,4,100,4,6,14,.99,,,8|p.csv:2:12: the row has 12 cells", "tea,4,100|p.csv:2:4: stock")) {
            shell.write("p.csv", PRODUCTS + row.split("\\|")[0] + "\n");

            var run = shell.run(PRICE);

            assertThat(run.code()).as(row).isEqualTo(2);
            assertThat(run.err()).contains(row.split("\\|")[1]);
            assertThat(folder.resolve("o.csv")).doesNotExist();
        }
    }

    @Test
    void a_rule_without_value_may_end_after_its_name_but_no_rule_goes_on_after_its_last_column() {
        shell.write("r.csv", "scope,rule,value\nseries:tea,freeze\n");
        assertThat(shell.run(PRICE).code()).isZero();
        assertThat(shell.lines("o.csv").get(1)).startsWith("tea,10.00,10.00,kept,");

        shell.write("r.csv", "scope,rule,value\n*,ending,.99,.95\n");
        var run = shell.run(PRICE);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("r.csv:2:4: the row has 4 cells, expected 3");
    }

    @Test
    void refuses_a_rule_that_it_does_not_know_and_leaves_no_file() {
        shell.write("r.csv", "scope,rule,value\n*,margin_flor,20%\n");

        var run = shell.run(PRICE);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("r.csv", "2", "margin_flor", "margin_floor");
        assertThat(folder.resolve("o.csv")).doesNotExist();
    }
}
