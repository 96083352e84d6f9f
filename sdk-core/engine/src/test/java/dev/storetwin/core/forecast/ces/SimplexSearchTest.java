package dev.storetwin.core.forecast.ces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimplexSearchTest {

    @Test
    void walks_down_a_valley() {
        double[] found = SimplexSearch.minimum(
                p -> 1 + 100 * Math.pow(p[1] - p[0] * p[0], 2) + Math.pow(1 - p[0], 2),
                new double[] {-1, 1},
                new double[] {.1, .1},
                500);

        assertThat(found[0]).isEqualTo(1, within(1e-2));
        assertThat(found[1]).isEqualTo(1, within(2e-2));
    }

    @Test
    void stays_within_walls() {
        double[] found = SimplexSearch.minimum(
                p -> p[0] < .5 ? Double.POSITIVE_INFINITY : 1 + p[0], new double[] {2}, new double[] {.3}, 200);

        assertThat(found[0]).isEqualTo(.5, within(1e-4));
    }
}
