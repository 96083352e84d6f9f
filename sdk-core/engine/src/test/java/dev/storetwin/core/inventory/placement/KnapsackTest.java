package dev.storetwin.core.inventory.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KnapsackTest {

    /** 14.8 of thirty things fit by weight: which fourteen is a matter of millions of ways, and that it is fourteen of one glance. */
    @Test
    void things_of_one_weight_are_counted_rather_than_cut() {
        var profits = new double[30];
        var weights = new double[30];
        for (int i = 0; i < 30; i++) {
            profits[i] = 1_000 + i;
            weights[i] = 400;
        }
        var knapsack = filled(profits, weights, 5_924);

        double best = knapsack.solveCounted(5_924);

        assertThat(best).isEqualTo(14 * 1_000 + (16 + 29) * 7);
        assertThat(knapsack.steps()).isLessThan(2_000);
    }

    @Test
    void near_weights_are_counted_too_where_all_ways_are_too_many() {
        var profits = new double[40];
        var weights = new double[40];
        for (int i = 0; i < 40; i++) {
            profits[i] = 1_000 + i;
            weights[i] = 400 + i / 100.0;
        }
        var knapsack = filled(profits, weights, 5_950);

        assertThat(knapsack.solveCounted(5_950)).isEqualTo(14 * 1_000 + (26 + 39) * 7);
    }

    @Property(tries = 500)
    void both_ways_find_the_best_of_all_choices(
            @ForAll @Size(10) List<@DoubleRange(min = 0, max = 9) Double> given,
            @ForAll @Size(10) List<@IntRange(min = 1, max = 20) Integer> weights,
            @ForAll @IntRange(min = 0, max = 120) int room) {
        var profits = given.stream().mapToDouble(Double::doubleValue).toArray();
        var heavy = weights.stream().mapToDouble(Integer::doubleValue).toArray();

        double best = bestOfAll(profits, heavy, room);

        assertThat(filled(profits, heavy, room).solve(room)).isCloseTo(best, within(1e-9));
        assertThat(filled(profits, heavy, room).solveCounted(room)).isCloseTo(best, within(1e-9));
    }

    private static Knapsack filled(double[] profits, double[] weights, double room) {
        var knapsack = new Knapsack(profits.length);
        var order = new int[profits.length];
        Arrays.setAll(order, i -> i);
        knapsack.fill(profits, weights, order, room);
        return knapsack;
    }

    private static double bestOfAll(double[] profits, double[] weights, double room) {
        double best = 0;
        for (int choice = 0; choice < 1 << profits.length; choice++) {
            double profit = 0;
            double weight = 0;
            for (int i = 0; i < profits.length; i++) {
                if ((choice >> i & 1) == 1) {
                    profit += profits[i];
                    weight += weights[i];
                }
            }
            best = weight <= room ? Math.max(best, profit) : best;
        }
        return best;
    }
}
