package dev.storetwin.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void the_gamma_function_of_a_whole_number_is_a_factorial() {
        assertThat(Gamma.log(1)).isEqualTo(0, within(1e-14));
        assertThat(Gamma.log(5)).isEqualTo(Math.log(24), within(1e-13));
        assertThat(Gamma.log(.5)).isEqualTo(Math.log(Math.PI) / 2, within(1e-13));
        assertThat(Gamma.log(101)).isEqualTo(363.73937555556347, within(1e-11));
        assertThatThrownBy(() -> Gamma.log(0)).hasMessageContaining("0.0");
    }

    /** Type 8 of Hyndman and Fan: position (n + 1/3) p + 1/3, so the quarter of 1..4 lies at 1 5/12. */
    @Test
    void a_sample_quantile_lies_between_its_neighbours() {
        double[] sorted = {1, 2, 3, 4};

        assertThat(Order.quantile(sorted, .5)).isEqualTo(2.5, within(1e-12));
        assertThat(Order.quantile(sorted, .25)).isEqualTo(17 / 12.0, within(1e-12));
        assertThat(Order.quantile(sorted, .001)).isEqualTo(1);
        assertThat(Order.quantile(sorted, .999)).isEqualTo(4);
        assertThat(Order.quantile(new double[] {7}, .3)).isEqualTo(7);
    }

    @Test
    void a_line_search_finds_the_bottom_of_the_deepest_valley() {
        double bottom = LineSearch.minimum(x -> (x - .3) * (x - .3), 0, 1, 8, 1e-7);
        double deepest = LineSearch.minimum(x -> Math.cos(9 * x) - x / 10, 0, 2, 16, 1e-7);

        assertThat(bottom).isEqualTo(.3, within(1e-6));
        assertThat(deepest).isEqualTo(5 * Math.PI / 9 + .1 / 81, within(1e-3));
    }

    @Test
    void a_line_search_may_end_at_a_bound() {
        assertThat(LineSearch.minimum(x -> x, 2, 3, 4, 1e-6)).isEqualTo(2, within(1e-5));
        assertThat(LineSearch.minimum(x -> -x, 2, 3, 4, 1e-6)).isEqualTo(3, within(1e-5));
        assertThat(LineSearch.minimum(x -> 1, 2, 3, 4, 1e-6)).isBetween(2.0, 3.0);
    }
}
