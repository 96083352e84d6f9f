package dev.storetwin.core.inventory.horizon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.inventory.demand.UnitDemand;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FiniteHorizonTest {

    private static final UnitDemand COIN = UnitDemand.of(List.of(.5, 0., .5));

    @Test
    void one_period_of_a_coin_is_worked_by_hand() {
        var period = new Period(COIN, 1, 3, 1, 10);

        var plan = FiniteHorizon.solve(Season.of(1, period).withTerminalCosts(0, 0), 0);

        // Two units cost 1 + 6 and are left half of the time; none cost 20 half of the time.
        assertThat(plan.cost()).isEqualTo(8, within(1e-12));
        assertThat(plan.levels().get(0).orderUpTo()).isEqualTo(2);
        assertThat(plan.levels().get(0).reorderAt()).hasValue(1);
    }

    @Test
    void without_fixed_cost_the_last_period_is_a_newsvendor() {
        var demand = UnitDemand.poisson(20);
        var period = new Period(demand, 0, 0, 1, 9);

        var plan = FiniteHorizon.solve(Season.of(1, period).withTerminalCosts(0, 0), 0);

        assertThat(plan.levels().get(0).orderUpTo()).isEqualTo(demand.quantile(.9));
        assertThat(plan.levels().get(0).reorderAt()).hasValue(demand.quantile(.9) - 1);
    }

    @Test
    void where_owing_is_cheaper_than_buying_nothing_is_bought() {
        var plan =
                FiniteHorizon.solve(Season.of(1, new Period(COIN, 1, 3, 1, 1)).withTerminalCosts(0, 1), -4);

        assertThat(plan.levels().get(0).reorderAt()).isEmpty();
        assertThat(plan.cost()).isEqualTo(10, within(1e-12));
    }

    @Test
    void a_reorder_level_may_lie_far_below_zero() {
        var plan = FiniteHorizon.solve(
                Season.of(1, new Period(COIN, 1000, 3, 1, 4)).withTerminalCosts(0, 0), -2000);

        // Up to one unit from x costs 1000 + 3 (0 - x) + 4 x 1 on average less, so the fixed cost pays from about -1000
        // down.
        assertThat(plan.levels().get(0).reorderAt().orElseThrow()).isBetween(-1002, -995);
        assertThat(plan.cost()).isEqualTo(1000 + 3 * 2000 + 4, within(1e-9));
    }

    @Test
    void a_unit_that_can_be_sold_at_the_end_lifts_the_level() {
        var season =
                Season.of(1, new Period(UnitDemand.poisson(20), 0, 5, 0, 4)).withTerminalCosts(0, 10);

        int thrownAway = FiniteHorizon.solve(season, 0).levels().get(0).orderUpTo();
        int sold = FiniteHorizon.solve(season.withTerminalCosts(-4, 10), 0)
                .levels()
                .get(0)
                .orderUpTo();

        assertThat(sold).isGreaterThan(thrownAway);
    }

    @Test
    void costs_are_discounted_to_the_first_period() {
        var nothing = new Period(UnitDemand.constant(0), 0, 0, 0, 0);
        var dear = new Period(UnitDemand.constant(1), 0, 8, 0, 100);

        var plan = FiniteHorizon.solve(new Season(List.of(nothing, dear), 0, 100, .5), -1);

        assertThat(plan.cost())
                .as("the owed unit is bought at once for nothing, the other too")
                .isZero();
        var later = new Season(List.of(new Period(UnitDemand.constant(0), 0, 9, 50, 0), dear), 0, 100, .5);
        assertThat(FiniteHorizon.solve(later, 0).cost()).isEqualTo(4, within(1e-12));
    }

    @Property(tries = 60)
    void costs_what_a_search_through_all_orders_finds(
            @ForAll("periods") List<Period> periods, @ForAll @IntRange(min = -3, max = 3) int initial) {
        var season = new Season(periods, 2, 7, .9);

        var plan = FiniteHorizon.solve(season, initial);

        assertThat(plan.cost()).isEqualTo(best(season, 0, initial), within(1e-9));
    }

    /** Every order up to what all demand to come can use, and three more. */
    private static double best(Season season, int t, int level) {
        if (t == season.periods().size()) {
            return Math.max(0, level) * season.terminalHoldingCost()
                    + Math.max(0, -level) * season.terminalShortageCost();
        }
        var period = season.periods().get(t);
        double least = Double.POSITIVE_INFINITY;
        for (int order = 0; order <= 12; order++) {
            double cost = (order > 0 ? period.fixedCost() : 0) + order * period.purchaseCost();
            for (int units = 0; units <= period.demand().last(); units++) {
                int left = level + order - units;
                double mismatch = Math.max(0, left) * period.holdingCost() + Math.max(0, -left) * period.shortageCost();
                cost += period.demand().probability(units) * (mismatch + season.discount() * best(season, t + 1, left));
            }
            least = Math.min(least, cost);
        }
        return least;
    }

    @Provide
    Arbitrary<List<Period>> periods() {
        var demand = Arbitraries.of(COIN, UnitDemand.of(List.of(.2, .5, .3)), UnitDemand.constant(1));
        var cost = Arbitraries.of(0., .5, 2., 5., 11.);
        return Combinators.combine(demand, cost, cost, cost, cost)
                .as((units, fixed, purchase, holding, shortage) ->
                        new Period(units, fixed, purchase, holding, shortage))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Test
    void refuses_seasons_that_make_no_sense() {
        var period = new Period(COIN, 1, 3, 1, 10);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Period(COIN, 1, -3, 1, 10))
                .withMessageContaining("purchase cost (-3.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Season.of(0, period))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Season.of(1, period).withDiscount(1.05))
                .withMessageContaining("interest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Season.of(1, period).withTerminalCosts(-4, 0))
                .withMessageContaining("without end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteHorizon.solve(
                        Season.of(52, new Period(UnitDemand.normal(50_000, 10_000), 1, 3, 1, 10)), 0))
                .withMessageContaining("Maybe demand is counted in cases");
    }
}
