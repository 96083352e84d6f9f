package dev.storetwin.core.inventory.echelon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.inventory.demand.DemandRate;
import dev.storetwin.core.inventory.demand.UnitDemand;
import dev.storetwin.core.numeric.Normal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ClarkScarfTest {

    @Test
    void two_stages_with_a_coin_for_demand_are_worked_by_hand() {
        var coin = DemandRate.perPeriod(UnitDemand.of(List.of(.5, .5)));
        var chain = new SerialSystem(List.of(new Stage(2, 1), new Stage(1, 1)), coin, 5);

        var plan = ClarkScarf.solve(chain);

        // C1(0) = -1 + 4 = 3, C1(1) = 2 x .5 = 1, C1(2) = 3: S1 = 1. C2(y) = y - .5 + E C1(min(y - D, 1)):
        // C2(1) = .5 + (1 + 3) / 2 = 2.5, C2(2) = 1.5 + 1 = 2.5, C2(0) = -.5 + (3 + 9) / 2 = 5.5.
        assertThat(plan.levels()).containsExactly(1., 1.);
        assertThat(plan.cost()).isEqualTo(2.5, within(1e-12));
        assertThat(ClarkScarf.evaluate(chain, List.of(1., 2.)).cost()).isEqualTo(2.5, within(1e-12));
        assertThat(ClarkScarf.evaluate(chain, List.of(1., 0.)).cost()).isEqualTo(5.5, within(1e-12));
    }

    @Property(tries = 30)
    void one_stage_with_normal_demand_is_a_newsvendor_over_its_lead_time(
            @ForAll @DoubleRange(max = 1e6) double mean,
            @ForAll @DoubleRange(min = .01, max = 1000) double deviation,
            @ForAll @DoubleRange(min = .1, max = 30) double time,
            @ForAll @DoubleRange(min = 1, max = 100) double shortage) {
        var chain = new SerialSystem(List.of(new Stage(1, time)), DemandRate.normal(mean, deviation), shortage);

        var plan = ClarkScarf.solve(chain);

        double z = Normal.quantile(shortage / (1 + shortage));
        double spread = deviation * Math.sqrt(time);
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        assertThat(plan.levels().get(0)).isEqualTo(mean * time + z * spread, within(1e-3 * spread));
        assertThat(plan.cost()).isEqualTo((1 + shortage) * density * spread, within(1e-4 * spread));
    }

    @Property(tries = 30)
    void one_stage_with_poisson_demand_is_a_newsvendor_over_its_lead_time(
            @ForAll @DoubleRange(min = .1, max = 300) double mean,
            @ForAll @DoubleRange(min = .1, max = 4) double time,
            @ForAll @DoubleRange(min = 1, max = 100) double shortage) {
        var chain = new SerialSystem(List.of(new Stage(1, time)), DemandRate.poisson(mean), shortage);
        var demand = UnitDemand.poisson(mean * time);

        var plan = ClarkScarf.solve(chain);

        int level = demand.quantile(shortage / (1 + shortage));
        double missing = demand.shortage(level);
        assertThat(plan.cost()).isEqualTo(level - demand.mean() + (1 + shortage) * missing, within(1e-8 * (1 + mean)));
        assertThat(plan.levels().get(0)).isEqualTo(level, within(1e-9));
    }

    @Property(tries = 40)
    void best_levels_lie_between_the_bounds_and_no_others_cost_less(@ForAll("chains") SerialSystem chain) {
        var plan = ClarkScarf.solve(chain);
        var bounds = ShangSong.bounds(chain);
        double slack = chain.demand() instanceof DemandRate.Counted
                ? 0
                : .01 * Math.sqrt(chain.demand().variance());

        for (int i = 0; i < bounds.size(); i++) {
            assertThat(plan.levels().get(i))
                    .isBetween(bounds.get(i).lower() - slack, bounds.get(i).upper() + slack);
        }
        assertThat(ClarkScarf.evaluate(chain, plan.levels()).cost()).isEqualTo(plan.cost(), within(1e-4 * plan.cost()));
        assertThat(ShangSong.heuristic(chain).cost()).isGreaterThanOrEqualTo(plan.cost() * (1 - 1e-6));
        var more = plan.levels().stream().map(it -> it + 1).toList();
        assertThat(ClarkScarf.evaluate(chain, more).cost()).isGreaterThanOrEqualTo(plan.cost() * (1 - 1e-6));
    }

    @Property(tries = 20)
    void a_shop_that_is_served_at_once_holds_nothing_and_adds_nothing(@ForAll("chains") SerialSystem chain) {
        var stages = new ArrayList<>(chain.stages());
        stages.add(0, new Stage(1, 0));

        var longer = ClarkScarf.solve(new SerialSystem(stages, chain.demand(), chain.shortageCost()));

        double cost = ClarkScarf.solve(chain).cost();
        assertThat(longer.levels().get(0)).isZero();
        assertThat(longer.cost()).isEqualTo(cost, within(1e-6 * cost));
    }

    @Provide
    Arbitrary<SerialSystem> chains() {
        var stage = Combinators.combine(Arbitraries.of(.25, 1., 3.), Arbitraries.of(1., 2., 3.))
                .as(Stage::new);
        var demand = Arbitraries.of(
                DemandRate.poisson(3),
                DemandRate.normal(20, 6),
                DemandRate.perPeriod(UnitDemand.geometric(2)),
                DemandRate.poisson(40));
        return Combinators.combine(stage.list().ofMinSize(1).ofMaxSize(4), demand, Arbitraries.of(4., 20., 99.))
                .as(SerialSystem::new);
    }

    @Test
    void a_thousand_times_the_demand_at_a_thousand_times_the_deviation_costs_a_thousand_times() {
        var stages = List.of(new Stage(3, 1), new Stage(2, 1), new Stage(2, 2));

        double small = ClarkScarf.solve(new SerialSystem(stages, DemandRate.normal(5, 1), 37.12))
                .cost();
        double large = ClarkScarf.solve(new SerialSystem(stages, DemandRate.normal(5000, 1000), 37.12))
                .cost();

        assertThat(large).isEqualTo(1000 * small, within(1e-6 * large));
    }

    @Test
    void refuses_chains_that_make_no_sense() {
        var demand = DemandRate.poisson(5);

        assertThatIllegalArgumentException().isThrownBy(() -> new Stage(0, 1)).withMessageContaining("one stage");
        assertThatIllegalArgumentException().isThrownBy(() -> new Stage(1, -1)).withMessageContaining("-1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new SerialSystem(List.of(), demand, 9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SerialSystem(List.of(new Stage(1, 0)), demand, 9))
                .withMessageContaining("All lead times are 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SerialSystem(List.of(new Stage(1, 1)), demand, 0))
                .withMessageContaining("shortage");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ClarkScarf.evaluate(new SerialSystem(List.of(new Stage(1, 1)), demand, 9), List.of(1., 2.)))
                .withMessageContaining("2 levels were given for 1 stages");
        assertThatIllegalArgumentException().isThrownBy(() -> DemandRate.normal(5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> DemandRate.poisson(-1));
    }
}
