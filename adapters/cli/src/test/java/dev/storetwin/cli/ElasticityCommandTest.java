package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.random.Draws;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticityCommandTest {

    private static final String ELASTICITY = "elasticity --observations @o.csv --out @e.csv";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    /** Four products whose prices follow costs, and demand by a part. */
    private static String observations(boolean withPromotions) {
        var text = new StringBuilder("series,period,price,units,group,season" + (withPromotions ? ",promo\n" : "\n"));
        for (int product = 0; product < 4; product++) {
            var draw = Draws.of(3).keyed("product", "p", product);
            for (int week = 0; week < 80; week++) {
                boolean promoted = draw.nextBoolean(.3);
                double shock = promoted ? .5 : 0;
                double price = .15 * draw.nextGaussian() + .3 * shock;
                double units = 300 * Math.exp(-2 * price + shock + .15 * draw.nextGaussian());
                text.append(String.format(
                        Locale.ROOT,
                        "p%d,%d,%.4f,%.3f,%s,%s",
                        product,
                        week,
                        4 * Math.exp(price),
                        units,
                        product < 2 ? "tea" : "coffee",
                        week % 52 < 26 ? "cold" : "warm"));
                text.append(withPromotions ? promoted ? ",True\n" : ",False\n" : "\n");
            }
        }
        return text.toString();
    }

    @Test
    void a_price_with_a_decimal_comma_is_refused_and_does_not_move_the_cells_after_it() {
        shell.write("o.csv", "series,period,price,units,promo\nA,1,4.99,31,0\nA,2,4,99,31,0\n");

        var run = shell.run(ELASTICITY);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("o.csv:3:6: the row has 6 cells, expected 5", "decimal comma");
        assertThat(shell.files()).doesNotContain("e.csv");
    }

    @Test
    void writes_a_row_for_each_series_then_for_each_group_and_all() {
        shell.write("o.csv", observations(true));

        var run = shell.run(ELASTICITY);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("4 series: 4 estimated, 0 pooled, 0 refused, 0 unidentified.");
        assertThat(shell.lines("e.csv").get(0)).isEqualTo("series,elasticity,lower,upper,method,status,reason");
        assertThat(shell.lines("e.csv").stream().skip(1).map(it -> it.substring(0, it.indexOf(','))))
                .containsExactly("p0", "p1", "p2", "p3", "group:coffee", "group:tea", "group:*");
        assertThat(shell.lines("e.csv").stream().skip(1))
                .allMatch(it -> it.matches("[^,]+,-[12]\\.\\d+,-[123]\\.\\d+,-[12]\\.\\d+,.*,estimated,.*"));
    }

    @Test
    void leaves_the_number_empty_where_nothing_can_be_said() {
        shell.write("o.csv", observations(false));

        var run = shell.run(ELASTICITY);

        assertThat(run.code()).isZero();
        assertThat(shell.lines("e.csv").stream().skip(1))
                .hasSize(7)
                .allMatch(it -> it.matches("[^,]+,,,,.*,unidentified,.+"));
    }

    private void assertRefused(String observations, String... words) {
        shell.write("o.csv", observations);

        var run = shell.run(ELASTICITY);

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(words);
        assertThat(shell.files()).containsExactly("o.csv");
    }

    @Test
    void names_file_line_and_column_of_what_cannot_be_used() {
        assertRefused("series,period,price,units\na,1,2.5,3\na,2,-2.5,3\n", "o.csv", "3", "price", "not below zero");
        assertRefused("series,period,price,units\na,1,2.5,-3\n", "o.csv", "2", "units", "not below zero");
        assertRefused("series,period,price,units,cost\na,1,2.5,3,-1\n", "o.csv", "2", "cost", "not below zero");
        assertRefused("series,period,price,units\na,1,cheap,3\n", "o.csv", "2", "price", "number");
        assertRefused("series,period,price,units\na,1.5,2,3\n", "o.csv", "2", "period");
        assertRefused("series,period,units\na,1,3\n", "o.csv", "'price'");
        assertRefused("series,period,price,units\n", "o.csv", "no row");
    }

    @Test
    void refuses_a_period_that_comes_twice_with_other_numbers_and_a_series_of_two_groups() {
        assertRefused("series,period,price,units\na,1,2,3\na,1,2,4\n", "3", "twice", "line 2", "store");
        assertRefused("series,period,price,units,group\na,1,2,3,x\na,2,2,4,y\n", "3", "group", "'y'", "'x'");
        assertRefused("series,period,price,units\ngroup:x,1,2,3\n", "2", "group:");
    }

    @Test
    void never_writes_over_its_input() {
        shell.write("o.csv", observations(true));

        assertThat(shell.run("elasticity --observations @o.csv --out @o.csv").code())
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.read("o.csv")).isEqualTo(observations(true));
    }

    @Test
    void a_free_sample_a_gap_and_a_repeated_line_are_told_of() {
        shell.write(
                "o.csv",
                observations(true)
                        + "p0,80,0,900,tea,cold,False\np1,80,3.5,,tea,cold,False\np1,80,3.5,,tea,cold,False\n");

        var run = shell.run(ELASTICITY);

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("1 rows that repeat another one count once.", "rows without price or units");
        assertThat(shell.lines("e.csv").get(1)).contains("1 row at a price of zero left out");
    }
}
