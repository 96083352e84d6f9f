package dev.storetwin.core.forecast.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.forecast.QuantileLevels;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class QuantileDemandTest {

    private static final double[] SCORES = QuantileDemand.scores(QuantileLevels.of(.1, .5, .9));

    @Test
    void points_of_a_normal_distribution_give_it_back() {
        // 10 + 2 z at the .1, .5 and .9 quantiles.
        var demand = new QuantileDemand(SCORES, new double[] {10 - 2.563103, 10, 10 + 2.563103}, 10, true, false);

        assertThat(demand.quantile(.5)).isEqualTo(10);
        assertThat(demand.quantile(.975)).isCloseTo(13.919928, within(1e-5));
        assertThat(demand.standardDeviation()).isCloseTo(2, within(.01));
        assertThat(demand.probabilityAtMost(12)).isCloseTo(.841345, within(1e-5));
        assertThat(demand.expectedAbove(10)).isCloseTo(2 * .398942, within(.005));
        assertThat(demand.expectedLeft(10)).isCloseTo(2 * .398942, within(.005));
    }

    @Property
    void quantiles_never_cross_and_never_fall_below_zero(
            @ForAll @DoubleRange(min = .01, max = .99) double one,
            @ForAll @DoubleRange(min = .01, max = .99) double other) {
        var demand = new QuantileDemand(SCORES, new double[] {-1, .4, 7}, 2, true, true);

        double low = demand.quantile(Math.min(one, other));
        double high = demand.quantile(Math.max(one, other));

        assertThat(low).isNotNegative().isLessThanOrEqualTo(high);
    }
}
