package dev.storetwin.core.inventory.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LossFunctionTest {

    /** E (Z - 1)+ of the standard normal is .0833154706 in every table. */
    @Test
    void the_normal_loss_is_as_tabled() {
        var demand = LossFunction.normal(50, 8);

        assertThat(demand.loss(58)).isEqualTo(8 * .0833154706, within(1e-8));
        assertThat(demand.leftover(42)).isEqualTo(8 * .0833154706, within(1e-8));
        assertThat(LossFunction.normal(0, 1).secondLoss(0)).isEqualTo(.25, within(1e-12));
    }

    @Test
    void the_poisson_loss_agrees_with_a_sum_by_hand() {
        var demand = LossFunction.of(UnitDemand.poisson(2));

        assertThat(demand.loss(0)).isEqualTo(2, within(1e-12));
        assertThat(demand.loss(1)).isEqualTo(1 + Math.exp(-2), within(1e-12));
        assertThat(demand.loss(.5)).isEqualTo((3 + Math.exp(-2)) / 2, within(1e-12));
        assertThat(demand.loss(-3)).isEqualTo(5, within(1e-12));
        assertThat(demand.loss(1e6)).isZero();
    }

    /** Mean 2 and variance 4: two coins until the second head, P = 1/4, 2/8, 3/16, 4/32 ... */
    @Test
    void the_negative_binomial_loss_agrees_with_coins_thrown_by_hand() {
        var demand = LossFunction.of(UnitDemand.negativeBinomial(2, 4));

        assertThat(demand.loss(1)).isEqualTo(1.25, within(1e-12));
        assertThat(demand.loss(2)).isEqualTo(.75, within(1e-12));
        assertThat(demand.quantile(.6)).isEqualTo(2);
    }

    @Test
    void a_sample_weighs_each_value_the_same() {
        var demand = LossFunction.ofSample(List.of(3.0, 1.0, 8.0, 3.0));

        assertThat(demand.mean()).isEqualTo(3.75);
        assertThat(demand.quantile(.75)).isEqualTo(3);
        assertThat(demand.quantile(.76)).isEqualTo(8);
        assertThat(demand.loss(2)).isEqualTo((1 + 1 + 6) / 4.0, within(1e-12));
        assertThat(demand.loss(3)).isEqualTo(5 / 4.0, within(1e-12));
    }

    @Test
    void a_lognormal_loss_is_what_integration_gives() {
        var demand = LossFunction.lognormal(1, .5);

        double loss = 0;
        for (int i = 0; i < 200_000; i++) {
            loss += Math.max(0, demand.quantile((i + .5) / 200_000) - 3) / 200_000;
        }
        assertThat(demand.loss(3)).isEqualTo(loss, within(1e-4));
        assertThat(demand.mean()).isEqualTo(Math.exp(1.125), within(1e-12));
        assertThat(demand.loss(-1)).isEqualTo(demand.mean() + 1, within(1e-12));
    }

    @Test
    void a_quantile_is_the_smallest_level_also_across_a_gap() {
        var demand = UnitDemand.of(List.of(.5, 0.0, 0.0, 0.0, 0.0, .5));

        assertThat(demand.quantile(.5)).isZero();
        assertThat(demand.quantile(.51)).isEqualTo(5);
    }

    @Test
    void what_cannot_be_demand_is_refused_in_words() {
        assertThatThrownBy(() -> LossFunction.normal(5, -1)).hasMessageContaining("standard deviation (-1.0)");
        assertThatThrownBy(() -> LossFunction.lognormal(5, 0)).hasMessageContaining("sigma must be above 0");
        assertThatThrownBy(() -> LossFunction.ofSample(List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> LossFunction.ofSample(List.of(2.0, -3.0))).hasMessageContaining("Maybe returns");
        assertThatThrownBy(() -> LossFunction.ofSample(Collections.nCopies(2, Double.NaN)))
                .hasMessageContaining("not negative");
        assertThatThrownBy(() -> LossFunction.ofSample(List.of(2.0)).quantile(1))
                .hasMessageContaining("(1.0)");
    }

    /** With each step up the loss falls by the probability of being short, and what is left over grows by the rest. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void the_loss_falls_by_what_may_still_be_missing(
            @ForAll("demands") LossFunction demand, @ForAll @DoubleRange(min = .01, max = .99) double probability) {
        double level = demand.quantile(probability);
        double step = 1e-4 * (1 + demand.mean());

        double before = demand.loss(level - step) - demand.loss(level);
        double after = demand.loss(level) - demand.loss(level + step);

        assertThat(after / step).isBetween(-1e-6, 1 - probability + 1e-6);
        assertThat(before / step).isBetween(1 - probability - 1e-6, 1 + 1e-6);
        assertThat(demand.leftover(level) - demand.loss(level))
                .isEqualTo(level - demand.mean(), within(1e-9 * (1 + demand.mean())));
    }

    @Provide
    static Arbitrary<LossFunction> demands() {
        var mean = Arbitraries.doubles().between(.05, 200);
        var factor = Arbitraries.doubles().between(.1, 10);
        Arbitrary<LossFunction> normal =
                Combinators.combine(mean, factor).as((m, f) -> LossFunction.normal(m, m * f / 5));
        Arbitrary<LossFunction> lognormal =
                Combinators.combine(mean, factor).as((m, f) -> LossFunction.lognormal(Math.log(m), .1 + f / 12));
        Arbitrary<LossFunction> poisson = mean.map(it -> LossFunction.of(UnitDemand.poisson(it)));
        Arbitrary<LossFunction> negativeBinomial = Combinators.combine(mean, factor)
                .as((m, f) -> LossFunction.of(UnitDemand.negativeBinomial(m, m * (1 + f))));
        Arbitrary<LossFunction> sample = mean.list().ofMinSize(1).ofMaxSize(30).map(LossFunction::ofSample);
        return Arbitraries.oneOf(normal, lognormal, poisson, negativeBinomial, sample);
    }
}
