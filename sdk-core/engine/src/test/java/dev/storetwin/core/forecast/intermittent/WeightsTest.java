package dev.storetwin.core.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeightsTest {

    /** Minimum of a * a + 3 * b * b with a + b = 1: where a = 3 * b. */
    @Test
    void members_share_where_their_slopes_are_equal() {
        assertThat(Weights.best(new double[][] {{1, 0}, {0, 3}}, new double[2]))
                .containsExactly(new double[] {.75, .25}, within(1e-6));
    }

    @Test
    void a_member_that_only_harms_has_no_share() {
        assertThat(Weights.best(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, new double[] {1, 1, -5}))
                .containsExactly(new double[] {.5, .5, 0}, within(1e-6));
    }

    @Test
    void without_evidence_shares_are_equal() {
        assertThat(Weights.best(new double[2][2], new double[2])).containsExactly(.5, .5);
    }
}
