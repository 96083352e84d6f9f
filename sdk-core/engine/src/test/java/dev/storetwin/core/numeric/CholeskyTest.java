package dev.storetwin.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {

    @Test
    void solves_two_equations() {
        var solution = Cholesky.solve(new double[][] {{4, 2}, {2, 3}}, new double[] {10, 9});

        assertThat(solution.orElseThrow()).containsExactly(new double[] {1.5, 2}, within(1e-12));
    }

    @Test
    void says_no_when_one_row_is_twice_the_other() {
        assertThat(Cholesky.solve(new double[][] {{1, 2}, {2, 4}}, new double[] {1, 2}))
                .isEmpty();
    }
}
