package dev.storetwin.core.inventory.lostsales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.inventory.demand.UnitDemand;
import dev.storetwin.core.random.Draws;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostSalesTest {

    private static final UnitDemand COIN = UnitDemand.of(List.of(.5, .5));

    @Test
    void a_coin_with_a_lead_time_of_one_is_worked_by_hand() {
        var shelf = new LostSalesCase(COIN, 1, 1, 3);

        var cost = lostSales(shelf).cost(new BaseStock(1));

        // One unit is on the shelf or on its way. On the shelf it costs 1 or is sold, each half of the time; after a
        // sale comes
        // one empty period that costs 3 half of the time. Two of three periods have it on the shelf: (2 x .5 + 1.5) /
        // 3.
        assertThat(cost.cost()).isEqualTo(2.5 / 3, within(1e-6));
        assertThat(cost.kind()).isEqualTo(PolicyCost.Kind.EXACT);
    }

    /** Averages per period of table 3 of Zipkin (2008), to its two digits. */
    @ParameterizedTest
    @CsvSource({
        "poisson, 1, 4, 4.04",
        "poisson, 2, 4, 4.40",
        "poisson, 3, 4, 4.60",
        "poisson, 4, 4, 4.73",
        "poisson, 1, 9, 5.44",
        "poisson, 2, 9, 6.09",
        "poisson, 3, 9, 6.53",
        "poisson, 4, 9, 6.84",
        "poisson, 1, 19, 6.68",
        "poisson, 2, 19, 7.66",
        "poisson, 3, 19, 8.36",
        "poisson, 4, 19, 8.89",
        "geometric, 1, 4, 9.82",
        "geometric, 2, 4, 10.24",
        "geometric, 3, 4, 10.47",
        "geometric, 1, 19, 19.22",
        "geometric, 2, 19, 20.89",
        "geometric, 3, 19, 22.06"
    })
    void the_best_cost_is_the_published_one(String demand, int leadTime, double shortage, double published) {
        var units = demand.equals("poisson") ? UnitDemand.poisson(5) : UnitDemand.geometric(5);

        var optimum = Lookahead.optimum(new LostSalesCase(units, leadTime, 1, shortage));

        assertThat(optimum.cost().cost()).isEqualTo(published, within(.0051));
    }

    @Property(tries = 40)
    void no_policy_costs_less_than_the_best(@ForAll("shelves") LostSalesCase shelf) {
        var lostSales = lostSales(shelf);
        var best = lostSales.optimum();
        double least = best.cost().cost() - 1e-5;

        assertThat(lostSales.cost(best.policy()).cost()).isEqualTo(best.cost().cost(), within(1e-5));
        assertThat(lostSales.cost(Lookahead.myopic(shelf)).cost()).isGreaterThanOrEqualTo(least);
        assertThat(lostSales.cost(Lookahead.myopic(shelf, 2)).cost()).isGreaterThanOrEqualTo(least);
        assertThat(lostSales.cost(VectorBaseStock.standard(shelf)).cost()).isGreaterThanOrEqualTo(least);
        assertThat(lostSales.cappedBaseStock().cost().cost()).isGreaterThanOrEqualTo(least);
        assertThat(lostSales.projectedLevel().cost().cost()).isGreaterThanOrEqualTo(least);
    }

    @Property(tries = 20)
    void a_cap_never_makes_base_stock_dearer_and_neither_beats_its_neighbours(@ForAll("shelves") LostSalesCase shelf) {
        var lostSales = lostSales(shelf);

        var base = lostSales.baseStock();
        var capped = lostSales.cappedBaseStock();

        assertThat(capped.cost().cost()).isLessThanOrEqualTo(base.cost().cost() + 1e-5);
        for (int level = 0; level <= base.policy().level() + 3; level++) {
            assertThat(lostSales.cost(new BaseStock(level)).cost())
                    .isGreaterThanOrEqualTo(base.cost().cost() - 1e-5);
        }
    }

    @Property(tries = 30)
    void the_best_cost_is_that_of_a_search_through_all_orders(@ForAll("tinyShelves") LostSalesCase shelf) {
        assertThat(Lookahead.optimum(shelf).cost().cost()).isEqualTo(AllOrders.cost(shelf), within(1e-4));
    }

    @Property(tries = 30)
    void without_lead_time_all_is_a_newsvendor(@ForAll @IntRange(min = 1, max = 20) int mean) {
        var shelf = new LostSalesCase(UnitDemand.poisson(mean), 0, 1, 7);
        int level = shelf.demand().quantile(7. / 8);
        double cost = shelf.periodCost(level);
        var lostSales = lostSales(shelf);

        assertThat(lostSales.optimum().policy()).isEqualTo(new BaseStock(level));
        assertThat(lostSales.cost(new BaseStock(level)).cost()).isEqualTo(cost, within(1e-6));
        assertThat(lostSales.cost(Lookahead.myopic(shelf)).cost()).isEqualTo(cost, within(1e-6));
        assertThat(lostSales.projectedLevel().cost().cost()).isEqualTo(cost, within(1e-6));
    }

    @Test
    void where_shortage_is_very_dear_hardly_anything_is_lost_and_base_stock_is_nearly_best() {
        var shelf = new LostSalesCase(UnitDemand.poisson(2), 2, 1, 100_000);
        var lostSales = lostSales(shelf);

        double best = lostSales.optimum().cost().cost();
        var base = lostSales.baseStock();

        int backordered = shelf.demand().over(3).quantile(shelf.criticalRatio());
        assertThat(base.cost().cost()).isBetween(best, best * 1.02);
        assertThat(base.policy().level()).isBetween(backordered - 1, backordered);
    }

    @Property(tries = 60)
    void more_stock_never_raises_the_order_and_lowers_it_by_no_more(
            @ForAll @IntRange(max = 14) int onHand,
            @ForAll @IntRange(max = 8) int soon,
            @ForAll @IntRange(max = 8) int later) {
        var shelf = new LostSalesCase(UnitDemand.poisson(3), 3, 1, 9);
        var policies = List.of(
                Lookahead.optimum(shelf).policy(),
                Lookahead.myopic(shelf),
                Lookahead.myopic(shelf, 2),
                new ProjectedLevel(shelf, 5.3),
                new CappedBaseStock(16, 4),
                VectorBaseStock.standard(shelf));

        for (var policy : policies) {
            int order = policy.order(new int[] {onHand, soon, later});
            assertThat(order).isNotNegative();
            assertThat(policy.order(new int[] {onHand + 1, soon, later})).isBetween(order - 1, order);
            assertThat(policy.order(new int[] {onHand, soon + 1, later})).isBetween(order - 1, order);
            assertThat(policy.order(new int[] {onHand, soon, later + 1})).isBetween(order - 1, order);
        }
    }

    @Test
    void a_projection_counts_what_will_be_lost() {
        var shelf = new LostSalesCase(COIN, 2, 1, 3);

        // Empty, then one arrives: it is sold half of the time before the order comes. Half a unit is expected.
        assertThat(new ProjectedLevel(shelf, 2.5).order(new int[] {0, 1})).isEqualTo(2);
        assertThat(new ProjectedLevel(shelf, 2.6).order(new int[] {0, 1})).isEqualTo(3);
    }

    @Test
    void a_constant_order_costs_the_same_at_any_lead_time() {
        var soon = new LostSalesCase(UnitDemand.poisson(5), 1, 1, 4);
        var late = new LostSalesCase(UnitDemand.poisson(5), 30, 1, 4);

        assertThat(lostSales(late).constantOrder()).isEqualTo(lostSales(soon).constantOrder());
        assertThat(lostSales(late).constantOrder().cost().cost()).isEqualTo(5.27, within(.0051));
    }

    @Test
    void what_is_too_large_to_be_exact_is_simulated_with_an_error_bar() {
        var shelf = new LostSalesCase(UnitDemand.poisson(5), 4, 1, 4);
        var exact = lostSales(shelf).cost(new CappedBaseStock(26, 5));

        var simulated = new PolicySimulation(shelf, Draws.of(11), 10_000).cost(new CappedBaseStock(26, 5));

        assertThat(simulated.kind()).isEqualTo(PolicyCost.Kind.SIMULATED);
        assertThat(simulated.error()).isBetween(.001, .05);
        assertThat(simulated.cost()).isEqualTo(exact.cost(), within(2 * simulated.error()));
        assertThat(new PolicySimulation(shelf, Draws.of(11), 10_000).cost(new CappedBaseStock(26, 5)))
                .isEqualTo(simulated);
    }

    @Test
    void long_lead_times_are_simulated_and_the_best_policy_is_refused() {
        var shelf = new LostSalesCase(UnitDemand.poisson(2), 40, 1, 4);

        var cost = lostSales(shelf).cost(new CappedBaseStock(90, 2));

        assertThat(cost.kind()).isEqualTo(PolicyCost.Kind.SIMULATED);
        assertThat(new ProjectedLevel(shelf, 3).order(new int[40])).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lookahead.optimum(shelf))
                .withMessageContaining("more than");
    }

    @Test
    void demand_that_never_changes_costs_nothing_once_its_order_comes_in_time() {
        var shelf = new LostSalesCase(UnitDemand.constant(3), 3, 1, 4);

        assertThat(Lookahead.optimum(shelf).cost().cost()).isEqualTo(0, within(1e-5));
    }

    @Test
    void refuses_what_is_too_large_or_makes_no_sense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lookahead.optimum(new LostSalesCase(UnitDemand.poisson(200), 5, 1, 9)))
                .withMessageContaining("A lead time of 5 periods with a mean demand of")
                .withMessageContaining("Maybe demand can be counted in cases");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LostSalesCase(COIN, -1, 1, 3))
                .withMessageContaining("leadTime (-1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LostSalesCase(COIN, 1, 0, 3))
                .withMessageContaining("holding cost (0.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LostSalesCase(COIN, 1, 1, Double.NaN))
                .withMessageContaining("shortage cost (NaN)");
        assertThatIllegalArgumentException().isThrownBy(() -> new BaseStock(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CappedBaseStock(3, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConstantOrder(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new VectorBaseStock(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lostSales(new LostSalesCase(COIN, 1, 1, 3)).cost(new ConstantOrder(1)))
                .withMessageContaining("without end");
        assertThatThrownBy(() -> lostSales(new LostSalesCase(COIN, 1, 1, 3)).cost(pipeline -> -1))
                .hasMessageContaining("less than nothing");
    }

    private static LostSales lostSales(LostSalesCase shelf) {
        return LostSales.of(shelf, Draws.of(5));
    }

    @Provide
    Arbitrary<LostSalesCase> shelves() {
        var demand = Arbitraries.of(
                COIN, UnitDemand.poisson(2), UnitDemand.of(List.of(.3, 0., .3, .4)), UnitDemand.geometric(1));
        return Combinators.combine(demand, Arbitraries.integers().between(1, 3), Arbitraries.of(1.5, 4., 19.))
                .as((units, leadTime, shortage) -> new LostSalesCase(units, leadTime, 1, shortage));
    }

    @Provide
    Arbitrary<LostSalesCase> tinyShelves() {
        var demand = Arbitraries.of(COIN, UnitDemand.of(List.of(.3, .2, .5)), UnitDemand.of(List.of(.6, .1, .3)));
        return Combinators.combine(demand, Arbitraries.integers().between(1, 2), Arbitraries.of(1.5, 4., 19.))
                .as((units, leadTime, shortage) -> new LostSalesCase(units, leadTime, 1, shortage));
    }

    @Test
    void a_level_beyond_all_demand_is_simulated_for_it_has_too_many_pipelines() {
        var cost = lostSales(new LostSalesCase(COIN, 2, 1, 3)).cost(new BaseStock(Integer.MAX_VALUE - 1));

        assertThat(cost.kind()).isEqualTo(PolicyCost.Kind.SIMULATED);
        assertThat(cost.cost()).isGreaterThan(1e9);
    }
}
