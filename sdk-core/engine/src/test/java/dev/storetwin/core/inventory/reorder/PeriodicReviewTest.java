package dev.storetwin.core.inventory.reorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.inventory.demand.LossFunction;
import dev.storetwin.core.inventory.demand.UnitDemand;
import dev.storetwin.core.inventory.newsvendor.Newsvendor;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PeriodicReviewTest {

    private static final ReorderCosts COSTS = new ReorderCosts(64, 1, 9);

    /** Always one unit: an order every Q periods; with s = -1 and S = 3 periods end with 2, 1, 0 and -1 units. */
    @Test
    void agrees_with_demand_of_one_unit_a_period_by_hand() {
        var review = new PeriodicReview(new ReorderCosts(6, 1, 2), UnitDemand.constant(1));

        assertThat(review.cost(-1, 2)).isEqualTo((6 + 1 + 0 + 2) / 3.0, within(1e-12));
        assertThat(review.cost(-1, 3)).isEqualTo((6 + 2 + 1 + 0 + 2) / 4.0, within(1e-12));
        assertThat(review.best().cost()).isEqualTo(11 / 4.0, within(1e-12));
    }

    @Test
    void without_a_fixed_cost_it_is_the_newsvendors_level() {
        var demand = UnitDemand.poisson(7);

        var policy = new PeriodicReview(new ReorderCosts(0, 1, 9), demand).best();

        var level = new Newsvendor(1, 9).best(LossFunction.of(demand));
        assertThat((double) policy.orderUpTo()).isEqualTo(level.level());
        assertThat(policy.reorderPoint()).isEqualTo(policy.orderUpTo() - 1);
        assertThat(policy.cost()).isEqualTo(level.cost(), within(1e-12));
    }

    @Test
    void a_lead_time_adds_its_demand_and_some_safety_to_the_reorder_point() {
        var demand = UnitDemand.poisson(20);

        var policy = new PeriodicReview(COSTS, demand, 3).best();

        assertThat(policy.reorderPoint()).isBetween(14 + 60, 14 + 60 + 12);
        assertThat(policy.cost())
                .isGreaterThan(new PeriodicReview(COSTS, demand).best().cost());
    }

    @Test
    void demand_that_is_all_but_never_small_is_exact_too() {
        var demand = UnitDemand.poisson(5_000);

        var policy = new PeriodicReview(COSTS, demand).best();

        var level = new Newsvendor(1, 9).best(LossFunction.of(demand));
        assertThat((double) policy.orderUpTo()).isEqualTo(level.level());
        assertThat(policy.cost()).isEqualTo(64 + level.cost(), within(1e-9));
    }

    @Test
    void the_power_approximation_is_close() {
        var review = new PeriodicReview(COSTS, UnitDemand.poisson(20));

        var levels = new PowerApproximation(COSTS, LossFunction.normal(20, Math.sqrt(20)), 0).levels();

        double cost = review.cost((int) Math.rint(levels.reorderPoint()), (int) Math.rint(levels.orderUpTo()));
        assertThat(cost).isBetween(review.best().cost(), review.best().cost() * 1.02);
    }

    @Test
    void a_small_lot_is_capped_by_the_level_without_a_fixed_cost() {
        var demand = LossFunction.normal(50, 8);
        var small = new PowerApproximation(new ReorderCosts(2.5, .18, .7), demand, 0);
        var large = new PowerApproximation(new ReorderCosts(2500, .18, .7), demand, 0);
        double most = new Newsvendor(.18, .7).best(demand).level();

        assertThat(small.levels().orderUpTo()).isGreaterThan(most);
        assertThat(small.capped().orderUpTo()).isEqualTo(most);
        assertThat(large.capped()).isEqualTo(large.levels());
    }

    @Test
    void what_cannot_be_is_refused_in_words() {
        var demand = UnitDemand.poisson(3);

        assertThatThrownBy(() -> new ReorderCosts(-1, 1, 1)).hasMessageContaining("fixedCost (-1.0)");
        assertThatThrownBy(() -> new PeriodicReview(COSTS, demand, -1)).hasMessageContaining("leadTime (-1)");
        assertThatThrownBy(() -> new PeriodicReview(COSTS, UnitDemand.constant(0)))
                .hasMessageContaining("Nothing is ever asked for");
        assertThatThrownBy(() -> new PeriodicReview(COSTS, demand).cost(5, 5)).hasMessageContaining("must be above");
        assertThatThrownBy(() -> new PowerApproximation(COSTS, LossFunction.normal(5, 1), -1))
                .hasMessageContaining("leadTime (-1)");
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void no_policy_around_costs_less(@ForAll("cases") Case asked) {
        var review = asked.review();
        var best = review.best();

        assertThat(review.cost(best.reorderPoint(), best.orderUpTo())).isEqualTo(best.cost(), within(1e-9));
        for (int s = best.reorderPoint() - 12; s <= best.reorderPoint() + 12; s++) {
            for (int top = Math.max(s + 1, best.orderUpTo() - 25); top <= best.orderUpTo() + 25; top++) {
                assertThat(review.cost(s, top)).isGreaterThanOrEqualTo(best.cost() * (1 - 1e-12));
            }
        }
    }

    /** The chain of positions after each review, by power iteration: a second way to the cost that knows no renewals. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void the_cost_is_that_of_the_chain_of_positions(@ForAll("cases") Case asked) {
        var review = asked.review();
        var best = review.best();
        int s = best.reorderPoint() - 1;
        int top = best.orderUpTo() + 1;

        double cost = asked.chainCost(s, top);

        assertThat(review.cost(s, top)).isEqualTo(cost, within(1e-6 * cost));
    }

    record Case(ReorderCosts costs, UnitDemand demand, int leadTime) {

        PeriodicReview review() {
            return new PeriodicReview(costs, demand, leadTime);
        }

        double chainCost(int s, int top) {
            var share = new double[top - s];
            share[0] = 1;
            double orders = 0;
            for (int round = 0; round < 4_000; round++) {
                var next = new double[share.length];
                orders = 1;
                for (int below = 0; below < share.length; below++) {
                    for (int units = 0; below + units < share.length; units++) {
                        double probability = share[below] * demand.probability(units);
                        next[below + units] += probability;
                        orders -= probability;
                    }
                }
                next[0] += orders;
                for (int below = 0; below < share.length; below++) {
                    share[below] = (share[below] + next[below]) / 2;
                }
            }
            var newsvendor = new Newsvendor(costs.holdingCost(), costs.shortageCost());
            var ahead = LossFunction.of(demand.over(leadTime + 1));
            double cost = orders * costs.fixedCost();
            for (int below = 0; below < share.length; below++) {
                cost += share[below] * newsvendor.cost(top - below, ahead);
            }
            return cost;
        }
    }

    @Provide
    static Arbitrary<Case> cases() {
        Arbitrary<UnitDemand> demand = Arbitraries.oneOf(
                Arbitraries.doubles().between(.2, 12).map(UnitDemand::poisson),
                Arbitraries.doubles().between(.5, 8).map(it -> UnitDemand.negativeBinomial(it, it * 3)),
                Arbitraries.integers().between(1, 9).map(UnitDemand::constant),
                Arbitraries.doubles()
                        .between(.1, .9)
                        .map(it -> UnitDemand.of(List.of(1 - it, 0.0, it / 2, 0.0, it / 2))));
        var costs = Combinators.combine(
                        Arbitraries.doubles().between(.5, 60),
                        Arbitraries.doubles().between(.5, 3),
                        Arbitraries.doubles().between(1, 20))
                .as(ReorderCosts::new);
        return Combinators.combine(costs, demand, Arbitraries.integers().between(0, 2))
                .as(Case::new);
    }

    @Test
    void levels_and_lead_times_beyond_all_counting_are_refused_in_words() {
        var demand = UnitDemand.poisson(3);
        var review = new PeriodicReview(COSTS, demand);

        assertThatThrownBy(() -> review.cost(Integer.MIN_VALUE, 1)).hasMessageContaining("levels would have to be");
        assertThatThrownBy(() -> new PeriodicReview(COSTS, demand, Integer.MAX_VALUE))
                .hasMessageContaining("leadTime (2147483647) must be from 0 to 10000 periods")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> new PeriodicReview(new ReorderCosts(1e12, 1e-6, 9), demand).best())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too many to look at");
    }
}
