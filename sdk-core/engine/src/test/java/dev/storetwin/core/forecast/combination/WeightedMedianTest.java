package dev.storetwin.core.forecast.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WeightedMedianTest {

    @Test
    void by_hand_it_lies_where_half_of_the_weight_is_on_either_side() {
        double[] values = {30, 10, 20};
        double[] weights = {.2, .5, .3};

        double median = WeightedMedian.of(values, weights);

        // 10 stands at .25, 20 at .65: one half is 5/8 of the way
        assertThat(median).isCloseTo(10 + 10 * .25 / .4, within(1e-12));
    }

    @Test
    void what_has_most_of_the_weight_is_the_answer_at_the_ends() {
        assertThat(WeightedMedian.of(new double[] {1, 2}, new double[] {1, 0})).isEqualTo(1);
        assertThat(WeightedMedian.of(new double[] {1, 2}, new double[] {0, 1})).isEqualTo(2);
        assertThat(WeightedMedian.of(new double[] {7}, new double[] {.3})).isEqualTo(7);
    }

    @Test
    void a_wild_value_of_little_weight_moves_nothing() {
        double[] weights = {.3, .3, .3, .1};

        double calm = WeightedMedian.of(new double[] {1, 2, 3, 4}, weights);
        double wild = WeightedMedian.of(new double[] {1, 2, 3, 1e15}, weights);

        assertThat(wild).isEqualTo(calm);
    }

    @Test
    void the_unknown_do_not_take_part() {
        double[] weights = {.1, .4, .4, .1};

        assertThat(WeightedMedian.of(new double[] {Double.NaN, 5, 6, Double.NaN}, weights))
                .isCloseTo(5.5, within(1e-12));
        assertThat(WeightedMedian.of(new double[] {Double.NaN}, new double[] {1}))
                .isNaN();
        assertThat(WeightedMedian.of(new double[] {3}, new double[] {0})).isNaN();
    }

    @Property
    void of_equal_weights_it_is_the_plain_median(
            @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -1e6, max = 1e6) Double> numbers) {
        var values = numbers.stream().mapToDouble(it -> it).toArray();
        var weights = new double[values.length];
        Arrays.fill(weights, 1.0 / values.length);
        var sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double plain = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;

        assertThat(WeightedMedian.of(values, weights)).isCloseTo(plain, within(1e-9 * (1 + spread(sorted))));
    }

    private static double spread(double[] sorted) {
        return sorted[sorted.length - 1] - sorted[0] + Math.abs(sorted[0]);
    }
}
