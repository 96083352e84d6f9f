package dev.storetwin.core.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridDemandTest {

    @Test
    void no_probability_is_above_one_however_sums_were_rounded() {
        var demand = new GridDemand(1, 1, 1, new double[] {.5, 1.0000000000000002, 1.0000000000000002, 1});

        assertThat(demand.probabilityAtMost(1)).isEqualTo(1);
        assertThat(demand.expectedAbove(1)).isNotNegative();
    }
}
