package dev.storetwin.core.inventory.reorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.inventory.demand.LossFunction;
import dev.storetwin.core.inventory.demand.UnitDemand;
import dev.storetwin.core.inventory.lotsize.EconomicOrder;
import dev.storetwin.core.inventory.newsvendor.Newsvendor;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ReorderPointTest {

    private static final NormalReorder STOCK =
            new NormalReorder(new ReorderCosts(8, .225, 7.5), LossFunction.normal(1300, 150), 1 / 12.0);

    @Test
    void demand_that_is_all_but_known_is_the_economic_order_quantity_with_backorders() {
        var best = new NormalReorder(STOCK.costs(), LossFunction.normal(1300, 1e-6), 1 / 12.0).best();

        var lot = new EconomicOrder(8, .225, 1300).withBackorders(7.5).best();
        assertThat(best.quantity()).isEqualTo(lot.quantity(), within(1e-4));
        assertThat(best.cost()).isEqualTo(lot.cost(), within(1e-6));
        assertThat(best.reorderPoint()).isEqualTo(1300 / 12.0 - lot.backordered() * lot.quantity(), within(1e-4));
    }

    @Test
    void the_best_policy_costs_less_than_each_approximation() {
        double least = STOCK.best().cost();

        assertThat(STOCK.byLossFunctions().cost()).isBetween(least, least * 1.001);
        assertThat(STOCK.byBackorderedOrder().cost()).isBetween(least, least * 1.01);
        assertThat(STOCK.byEconomicOrder().cost()).isGreaterThan(least);
    }

    @Test
    void the_cost_is_the_mean_of_the_newsvendors_between_the_ends() {
        var newsvendor = new Newsvendor(.225, 7.5);
        var ahead = LossFunction.normal(1300, 150).over(1 / 12.0);
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            sum += newsvendor.cost(100 + 300 * (i + .5) / 100_000, ahead);
        }

        assertThat(STOCK.cost(100, 300)).isEqualTo(8 * 1300 / 300.0 + sum / 100_000, within(1e-6));
    }

    @Test
    void what_cannot_be_is_refused_in_words() {
        var demand = LossFunction.normal(1300, 150);

        assertThatThrownBy(() -> new NormalReorder(new ReorderCosts(8, 50, .1), demand, .1).byExpectedShortage())
                .hasMessageContaining("too low for a reorder point");
        assertThatThrownBy(() -> new NormalReorder(STOCK.costs(), demand, 0)).hasMessageContaining("leadTime (0.0)");
        assertThatThrownBy(() -> new NormalReorder(new ReorderCosts(0, 1, 1), demand, 1))
                .hasMessageContaining("fixedCost (0.0)");
        assertThatThrownBy(() -> STOCK.cost(5, 0)).hasMessageContaining("quantity (0.0)");
        assertThatThrownBy(() -> new PoissonReorder(STOCK.costs(), 5, -1)).hasMessageContaining("leadTime (-1.0)");
        assertThatThrownBy(() -> new PoissonReorder(STOCK.costs(), 5, 1).cost(3, 0))
                .hasMessageContaining("(0)");
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void no_policy_around_costs_less(
            @ForAll @DoubleRange(min = .5, max = 200) double fixedCost,
            @ForAll @DoubleRange(min = .5, max = 50) double shortageCost,
            @ForAll @DoubleRange(min = 1, max = 90) double deviation,
            @ForAll @DoubleRange(min = .02, max = 2) double leadTime) {
        var reorder = new NormalReorder(
                new ReorderCosts(fixedCost, 1, shortageCost), LossFunction.normal(100, deviation), leadTime);

        var best = reorder.best();

        for (double factor : new double[] {.7, .9, .99, 1.01, 1.1, 1.5}) {
            for (double shift : new double[] {-20, -1, -.1, 0, .1, 1, 20}) {
                assertThat(reorder.cost(best.reorderPoint() + shift, best.quantity() * factor))
                        .isGreaterThanOrEqualTo(best.cost() * (1 - 1e-12));
            }
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void in_whole_units_no_policy_around_costs_less(
            @ForAll @DoubleRange(min = 0, max = 90) double fixedCost,
            @ForAll @DoubleRange(min = .5, max = 50) double shortageCost,
            @ForAll @DoubleRange(min = .2, max = 9) double rate,
            @ForAll @DoubleRange(min = 0, max = 4) double leadTime) {
        var reorder = new PoissonReorder(new ReorderCosts(fixedCost, 1, shortageCost), rate, leadTime);

        var best = reorder.best();

        int point = (int) best.reorderPoint();
        assertThat(reorder.cost(point, (int) best.quantity())).isEqualTo(best.cost(), within(1e-9));
        for (int r = point - 15; r <= point + 15; r++) {
            for (int quantity = 1; quantity <= best.quantity() + 15; quantity++) {
                assertThat(reorder.cost(r, quantity)).isGreaterThanOrEqualTo(best.cost() * (1 - 1e-12));
            }
        }
    }

    /** Time is cut so finely that at most one customer comes in a slice, and the position is followed from slice to slice. */
    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void the_cost_in_whole_units_is_that_of_fine_slices_of_time(
            @ForAll @DoubleRange(min = 1, max = 20) double fixedCost,
            @ForAll @DoubleRange(min = 1, max = 3) double rate) {
        var costs = new ReorderCosts(fixedCost, 1, 6);

        double sliced = slicedCost(costs, rate, 2, 4);

        assertThat(new PoissonReorder(costs, rate, 1).cost(2, 4)).isEqualTo(sliced, within(1e-6 * sliced));
    }

    private static double slicedCost(ReorderCosts costs, double rate, int r, int quantity) {
        double chance = rate / 100;
        var share = new double[quantity];
        share[0] = 1;
        for (int slice = 0; slice < 20_000; slice++) {
            var next = new double[quantity];
            for (int i = 0; i < quantity; i++) {
                next[i] += share[i] * (1 - chance);
                next[(i + quantity - 1) % quantity] += share[i] * chance;
            }
            share = next;
        }
        var newsvendor = new Newsvendor(costs.holdingCost(), costs.shortageCost());
        var ahead = LossFunction.of(UnitDemand.poisson(rate));
        double cost = share[0] * rate * costs.fixedCost();
        for (int i = 0; i < quantity; i++) {
            cost += share[i] * newsvendor.cost(r + 1 + i, ahead);
        }
        return cost;
    }

    @Test
    void levels_beyond_all_counting_are_refused_in_words() {
        var costs = new ReorderCosts(1, 7, 1e-300);

        assertThatThrownBy(() -> new PoissonReorder(costs, 3, 40).best())
                .hasMessageContaining("levels would have to be looked at")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> new PoissonReorder(STOCK.costs(), 3, 40).cost(1, Integer.MAX_VALUE))
                .hasMessageContaining("levels would have to be looked at");
        double far = new PoissonReorder(STOCK.costs(), 3, 40).cost(Integer.MAX_VALUE - 1, 2);
        assertThat(far).isGreaterThan(1e8);
    }
}
