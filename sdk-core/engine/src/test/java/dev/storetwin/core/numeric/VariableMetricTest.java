package dev.storetwin.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VariableMetricTest {

    private final VariableMetric exact = new VariableMetric(1e-14, 1e-5, true, 500);

    @Test
    void finds_the_bottom_of_a_tilted_bowl() {
        double[] place = {5, -7};

        double least = exact.minimise(x -> 3 + (x[0] - 1) * (x[0] - 1) + (x[0] + 2 * x[1]) * (x[0] + 2 * x[1]), place);

        assertThat(least).isEqualTo(3, within(1e-10));
        assertThat(place).containsExactly(new double[] {1, -.5}, within(1e-5));
    }

    @Test
    void follows_the_banana_valley_of_rosenbrock_to_its_end() {
        double[] place = {-1.2, 1};

        double least =
                exact.minimise(x -> 100 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]) + (1 - x[0]) * (1 - x[0]), place);

        assertThat(least).isEqualTo(0, within(1e-9));
        assertThat(place).containsExactly(new double[] {1, 1}, within(1e-4));
    }

    @Test
    void one_sided_differences_come_nearly_as_far() {
        double[] place = {4};

        new VariableMetric(1e-10, 1e-6, false, 100).minimise(x -> (x[0] - 2) * (x[0] - 2), place);

        assertThat(place[0]).isEqualTo(2, within(1e-5));
    }

    @Test
    void does_not_step_where_there_is_no_value() {
        double[] place = {.5};

        exact.minimise(x -> x[0] <= 0 ? Double.NaN : x[0] - StrictMath.log(x[0]) / 10, place);

        assertThat(place[0]).isEqualTo(.1, within(1e-5));
    }

    @Test
    void stays_where_the_start_has_no_value() {
        double[] place = {1};

        assertThat(exact.minimise(x -> Double.NaN, place)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(place).containsExactly(1);
    }

    @Test
    void a_function_of_nothing_has_one_value() {
        assertThat(exact.minimise(x -> 7, new double[0])).isEqualTo(7);
    }
}
