package dev.storetwin.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NelderMeadTest {

    private static final double TOLERANCE = 1e-10;

    @Test
    void finds_the_bottom_of_rosenbrocks_valley() {
        double[] x = {-1.2, 1};

        double value = new NelderMead(2).minimize(NelderMeadTest::rosenbrock, x, TOLERANCE, 1_000);

        assertThat(x[0]).isEqualTo(1, within(1e-3));
        assertThat(x[1]).isEqualTo(1, within(1e-3));
        assertThat(value).isEqualTo(rosenbrock(x, Double.POSITIVE_INFINITY)).isLessThan(1e-6);
    }

    @Test
    void takes_its_first_steps_by_a_tenth_of_the_largest_start_value() {
        var asked = new StringBuilder();
        NelderMead.Function level = (x, limit) -> {
            asked.append(x[0]).append(' ').append(x[1]).append("; ");
            return 0;
        };

        new NelderMead(2).minimize(level, new double[] {1, -20}, TOLERANCE, 10);

        assertThat(asked).hasToString("1.0 -20.0; 3.0 -20.0; 1.0 -18.0; ");
    }

    @Test
    void keeps_out_of_places_that_are_not_allowed() {
        double[] x = {3, 3};
        NelderMead.Function walled = (it, limit) -> it[0] < 1 ? Double.NaN : it[0] * it[0] + it[1] * it[1];

        new NelderMead(2).minimize(walled, x, TOLERANCE, 1_000);

        assertThat(x[0]).isEqualTo(1, within(1e-3));
        assertThat(x[1]).isEqualTo(0, within(1e-3));
    }

    @Test
    void answers_at_once_when_the_start_is_not_allowed() {
        double[] x = {3, 4};
        var search = new NelderMead(2);

        double value = search.minimize((it, limit) -> Double.POSITIVE_INFINITY, x, TOLERANCE, 1_000);

        assertThat(value).isInfinite();
        assertThat(x).containsExactly(3, 4);
        assertThat(search.evaluations()).isEqualTo(1);
    }

    @Test
    void goes_the_same_way_when_evaluations_stop_at_the_limit() {
        double[] whole = {-1.2, 1};
        double[] cut = {-1.2, 1};
        NelderMead.Function stopping = (x, limit) -> Math.min(rosenbrock(x, limit), limit);
        var search = new NelderMead(2);

        double value = search.minimize(NelderMeadTest::rosenbrock, whole, TOLERANCE, 1_000);
        int evaluations = search.evaluations();

        assertThat(search.minimize(stopping, cut, TOLERANCE, 1_000)).isEqualTo(value);
        assertThat(search.evaluations()).isEqualTo(evaluations);
        assertThat(cut).containsExactly(whole);
    }

    @Test
    void goes_the_same_way_with_a_rest() {
        double[] whole = {-1.2, 1};
        double[] rested = {-1.2, 1};
        var search = new NelderMead(2);

        double value = search.minimize(NelderMeadTest::rosenbrock, whole, TOLERANCE, 150);
        search.begin(NelderMeadTest::rosenbrock, rested, TOLERANCE);
        search.goOn(NelderMeadTest::rosenbrock, rested, 40);

        assertThat(search.goOn(NelderMeadTest::rosenbrock, rested, 150)).isEqualTo(value);
        assertThat(rested).containsExactly(whole);
    }

    @Test
    void stops_soon_after_the_allowed_number_of_evaluations() {
        var search = new NelderMead(2);

        search.minimize(NelderMeadTest::rosenbrock, new double[] {-1.2, 1}, TOLERANCE, 30);

        assertThat(search.evaluations()).isBetween(30, 34);
    }

    @Test
    void needs_a_variable() {
        assertThatThrownBy(() -> new NelderMead(0)).hasMessageContaining("dimensions (0) must be at least 1.");
    }

    private static double rosenbrock(double[] x, double limit) {
        double across = x[1] - x[0] * x[0];
        return 100 * across * across + (1 - x[0]) * (1 - x[0]);
    }
}
