package dev.storetwin.core.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.numeric.NegativeBinomial;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CountGridTest {

    @Property
    void agrees_with_the_negative_binomial_distribution(
            @ForAll @DoubleRange(min = .01, max = 200) double mean,
            @ForAll @DoubleRange(min = 1, max = 30) double dispersion) {
        var table = new double[400];
        var counts = NegativeBinomial.of(mean, mean * dispersion);

        CountGrid.add(mean, mean * dispersion, 1, table);

        for (int k = 0; k < table.length - 1; k += 7) {
            assertThat(table[k]).isEqualTo(counts.cdf(k), within(1e-8));
        }
    }

    @Property
    void a_draw_is_the_quantile(
            @ForAll @DoubleRange(min = .01, max = 200) double mean,
            @ForAll @DoubleRange(min = .01, max = .99) double chance) {
        double drawn = CountGrid.quantile(mean, 3 * mean, chance);

        assertThat(drawn).isCloseTo(NegativeBinomial.of(mean, 3 * mean).quantile(chance), within(1.0));
    }

    /** Mean 5 and variance 1: four for certain and a Poisson count of mean 1. */
    @Test
    void demand_more_even_than_chance_is_certain_in_part() {
        var table = new double[30];

        CountGrid.add(5, 1, 1, table);

        assertThat(table[3]).isZero();
        assertThat(table[4]).isEqualTo(Math.exp(-1), within(1e-9));
        assertThat(table[5]).isEqualTo(2 * Math.exp(-1), within(1e-9));
    }

    @Test
    void the_last_cell_takes_what_lies_beyond() {
        var table = new double[3];

        CountGrid.add(50, 60, .5, table);

        assertThat(table).containsExactly(new double[] {0, 0, .5}, within(1e-9));
    }
}
