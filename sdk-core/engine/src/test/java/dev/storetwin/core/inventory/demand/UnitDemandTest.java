package dev.storetwin.core.inventory.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class UnitDemandTest {

    @Test
    void poisson_probabilities_are_those_of_the_formula() {
        var demand = UnitDemand.poisson(2);

        assertThat(demand.probability(0)).isEqualTo(Math.exp(-2), within(1e-15));
        assertThat(demand.probability(3)).isEqualTo(Math.exp(-2) * 8 / 6, within(1e-15));
        assertThat(demand.quantile(.5)).isEqualTo(2);
    }

    @Test
    void geometric_demand_falls_by_the_same_share() {
        var demand = UnitDemand.geometric(4);

        assertThat(demand.probability(0)).isEqualTo(.2, within(1e-12));
        assertThat(demand.probability(7)).isEqualTo(.2 * Math.pow(.8, 7), within(1e-12));
        assertThat(demand.variance()).isEqualTo(20, within(1e-9));
    }

    @Test
    void a_normal_demand_is_rounded_to_units() {
        var demand = UnitDemand.normal(100, 20);

        assertThat(demand.mean()).isEqualTo(100, within(1e-4));
        assertThat(demand.variance()).isEqualTo(400 + 1 / 12., within(1e-2));
        assertThat(demand.probability(100)).isEqualTo(.0199446, within(1e-6));
    }

    @Test
    void what_a_normal_demand_has_below_zero_counts_as_zero() {
        assertThat(UnitDemand.normal(1, 1).probability(0)).isEqualTo(.3085375, within(1e-6));
    }

    @Test
    void shortage_is_the_mean_of_what_exceeds_stock() {
        var demand = UnitDemand.of(List.of(.5, .25, .25));

        assertThat(demand.shortage(0)).isEqualTo(.75);
        assertThat(demand.shortage(1)).isEqualTo(.25);
        assertThat(demand.shortage(-2)).isEqualTo(2.75);
        assertThat(demand.shortage(5)).isZero();
    }

    @Property(tries = 50)
    void demand_of_several_periods_has_so_many_means_and_variances(
            @ForAll @DoubleRange(min = .1, max = 400) double mean, @ForAll @IntRange(max = 6) int periods) {
        var sum = UnitDemand.poisson(mean).over(periods);

        assertThat(sum.mean()).isEqualTo(mean * periods, within(1e-9 * (1 + mean * periods)));
        assertThat(sum.variance()).isEqualTo(mean * periods, within(1e-8 * (1 + mean * periods)));
        assertThat(sum.cumulative(sum.last())).isEqualTo(1);
    }

    @Property(tries = 50)
    void a_quantile_is_the_smallest_demand_that_reaches_it(
            @ForAll @DoubleRange(min = .1, max = 50) double mean, @ForAll @DoubleRange(max = .99) double probability) {
        var demand = UnitDemand.geometric(mean);

        int units = demand.quantile(probability);

        assertThat(demand.cumulative(units)).isGreaterThanOrEqualTo(probability);
        assertThat(demand.cumulative(units - 1)).isLessThanOrEqualTo(probability);
    }

    @Test
    void draws_have_the_mean_of_the_demand() {
        var demand = UnitDemand.poisson(5);
        var draw = Draws.of(3).keyed("test", "demand", 0);

        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += demand.draw(draw);
        }

        assertThat(sum / 20_000).isEqualTo(5, within(.08));
    }

    @Test
    void refuses_what_is_no_distribution() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitDemand.of(List.of(3., 4.)))
                .withMessageContaining("from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitDemand.of(List.of(.3, .4)))
                .withMessageContaining("Maybe they are counts");
        assertThatIllegalArgumentException().isThrownBy(() -> UnitDemand.of(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitDemand.poisson(0))
                .withMessageContaining("mean (0.0)");
        assertThatIllegalArgumentException().isThrownBy(() -> UnitDemand.poisson(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitDemand.negativeBinomial(5, 5))
                .withMessageContaining("UnitDemand.poisson");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitDemand.normal(5, 0))
                .withMessageContaining("constant");
        assertThatIllegalArgumentException().isThrownBy(() -> UnitDemand.constant(-1));
    }

    @Test
    void demand_per_period_has_no_half_periods() {
        var rate = (DemandRate.Counted) DemandRate.perPeriod(UnitDemand.poisson(5));

        assertThat(rate.over(2).mean()).isEqualTo(10, within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate.over(.5))
                .withMessageContaining("DemandRate.poisson");
    }
}
