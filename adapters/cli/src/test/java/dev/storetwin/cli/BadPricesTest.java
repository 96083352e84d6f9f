package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files for {@code price} that somebody made who does not wish us well, or who is tired. */
class BadPricesTest {

    private static final String PRICE = "price --elasticities @e.csv --products @p.csv --rules @r.csv --out @o.csv";
    private static final String PRODUCTS =
            "series,price,cost,stock,weeks_left,ladder_low,ladder_high,ending,family,category,currency,units\n";
    private static final String TEA = "tea,10,4,100,4,6,14,.99,hot,drinks,EUR,5\n";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        shell.write(
                "e.csv", "series,elasticity,lower,upper,method,status,reason\ntea,-2,-2.5,-1.5,log-log,estimated,\n");
        shell.write("p.csv", PRODUCTS + TEA);
        shell.write("r.csv", "scope,rule,value\n*,margin_floor,20%\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "*,max_moves,-5            | r.csv:2:3: value: max_moves cannot hold that: -5 prices: a count is not below zero, found '-5'",
                "*,margin_floor,1e999999999% | r.csv:2:3: value: margin_floor expects a number",
                "*,min_price,1e999999999   | r.csv:2:3: value: min_price expects a number",
                "*,margin_floor,120%       | r.csv:2:3: value: margin_floor cannot hold that: margin_floor cannot be 120 %",
                "*,ending,abc              | r.csv:2:3: value: ending cannot hold that: Prices cannot end in [abc], found 'abc'",
                "*,margin_floor,２０%       | r.csv:2:3: value: margin_floor expects a number",
                "*,min_price,5 USD         | r.csv:2:3: value: '5 USD' is in another currency than EUR",
                "*,min_price,5 £           | r.csv:2:3: value: '5 £' is in another currency than EUR",
                "*,min_price,5 xyz         | r.csv:2:3: value: 'xyz' is no currency",
                "group:nothing,freeze,     | r.csv:2:1: scope: there is no category 'nothing'",
            })
    void a_rule_that_cannot_be_is_refused_with_its_place(String rule, String message) {
        shell.write("r.csv", "scope,rule,value\n" + rule + "\n");

        assertRefused(message);
    }

    @Test
    void two_aims_for_the_same_things_are_refused_with_both_lines() {
        shell.write("r.csv", "scope,rule,value\n*,aim,profit\nfamily:hot,aim,revenue\n*,aim,revenue\n");

        assertRefused("r.csv:4:3: value: aim of * is profit in line 2 and revenue here");
    }

    @Test
    void amounts_in_the_currency_of_the_products_may_name_it() {
        shell.write("r.csv", "scope,rule,value\n*,min_price,5 EUR\n*,max_price,€12\n*,margin_floor,money 2\n");

        assertThat(shell.run(PRICE).code()).isZero();
    }

    @Test
    void all_groups_together_are_everything_as_elasticities_call_them() {
        shell.write("r.csv", "scope,rule,value\ngroup:*,freeze,\n");

        assertThat(shell.run(PRICE).code()).isZero();
        assertThat(shell.lines("o.csv").get(1)).startsWith("tea,10.00,10.00,kept,");
    }

    /** Its name may be that of the only thing in it: whichever is meant, it is the same. */
    @Test
    void a_group_of_one_may_be_called_as_what_is_in_it() {
        shell.write("p.csv", PRODUCTS + TEA.replace("hot,drinks", "tea,tea"));
        shell.write("r.csv", "scope,rule,value\ntea,freeze,\n");
        assertThat(shell.run(PRICE).code()).isZero();
        assertThat(shell.lines("o.csv").get(1)).startsWith("tea,10.00,10.00,kept,");

        shell.write(
                "p.csv",
                PRODUCTS
                        + TEA.replace("hot,drinks", "tea,tea")
                        + TEA.replace("tea,", "oil,").replace("hot", "tea"));
        shell.delete("o.csv");
        assertRefused("r.csv:2:1: scope: 'tea' is more than one thing");
    }

    @Test
    @Timeout(20)
    void a_number_of_millions_of_digits_is_refused_at_once() {
        shell.write("e.csv", "series,elasticity\ntea,-" + "9".repeat(99_000) + "\n");
        assertRefused("e.csv:2:2: elasticity: expected a number such as 12 or 0.5, found '-999");

        shell.write("e.csv", "series,elasticity\ntea,-" + "9".repeat(10_000_000) + "\n");
        assertRefused("e.csv:2:2: one field has 10000001 characters");
    }

    @Test
    void a_rule_with_an_endless_name_is_refused_in_few_words() {
        shell.write("r.csv", "scope,rule,value\n*," + "x".repeat(90_000) + ",1\n");

        assertThat(shell.run(PRICE).err())
                .contains("r.csv:2:2: rule: there is no rule 'xxx")
                .hasSizeLessThan(1_500);
    }

    @Test
    void products_without_a_row_are_refused() {
        shell.write("p.csv", PRODUCTS);

        assertRefused("p.csv: there is no row after the header");
    }

    @Test
    void every_product_is_counted_also_one_without_a_price() {
        shell.write("p.csv", PRODUCTS + TEA + TEA.replace("tea,10", "oil,0"));

        assertThat(shell.run(PRICE).err()).contains("2 products: ", "1 refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tea,10,4,-100,4,6,14,.99,,,EUR,5      | kept            | the stock, -100, is below zero and counts as none",
                "tea,10,4,100,1e30,6,14,.99,,,EUR,5    | refused         | weeks are left, expected 520 at most",
                "tea,10,4,100,4,6,14,.99,,,EUR,1e30    | refused         | units a week, expected 1000000000 at most",
                "tea,10,4,100,4,11.5,14,.99,,,EUR,5    | kept            | 10.00 is none of the prices of its ladder, from 11.99 to 13.99",
                "tea,10,4,100,4,6,14,.95,,,EUR,5       | kept            | 10.00 is none of the prices of its ladder, from 6.95 to 13.95",
                "tea,10,4,100,4,9.2,9.3,.99,,,EUR,5    | kept            | its ladder holds no price",
            })
    void a_line_that_is_strange_says_so(String line, String status, String reason) {
        shell.write("p.csv", PRODUCTS + line + "\n");
        shell.write("r.csv", "scope,rule,value\n*,max_change,0.01%\n");

        assertThat(shell.run(PRICE).code()).isZero();
        assertThat(shell.lines("o.csv").get(1)).contains("," + status + ",").contains(reason);
    }

    private void assertRefused(String message) {
        var run = shell.run(PRICE);

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("at dev.");
        assertThat(folder.resolve("o.csv")).doesNotExist();
    }
}
