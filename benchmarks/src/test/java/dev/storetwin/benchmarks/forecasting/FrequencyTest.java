package dev.storetwin.benchmarks.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrequencyTest {

    private static final int SHAPES = SimulatedShape.values().length;

    @ParameterizedTest
    @EnumSource
    void the_same_index_is_the_same_series(Frequency frequency) {
        var first = frequency.series(3);
        var again = frequency.series(3);
        var other = frequency.series(3 + 4 * SHAPES);

        assertThat(again).isEqualTo(first);
        assertThat(other.values()).isNotEqualTo(first.values());
    }

    @ParameterizedTest
    @EnumSource
    void values_are_finite_and_not_negative(Frequency frequency) {
        for (var series : frequency.panel(4 * SHAPES).series()) {
            assertThat(Arrays.stream(series.values())).allMatch(it -> it >= 0 && it < 1e9);
        }
    }

    @Test
    void money_is_short_then_long_and_counts_follow() {
        var panel = Frequency.MONTHLY.panel(4 * SHAPES);

        var lengths = panel.series().stream().mapToInt(it -> it.size() - panel.horizon());
        var counted = IntStream.range(0, 4 * SHAPES)
                .filter(it -> IntStream.range(0, panel.series().get(it).size())
                        .mapToDouble(panel.series().get(it)::value)
                        .allMatch(value -> value == Math.rint(value)));

        assertThat(lengths.distinct()).containsExactly(40, 240);
        assertThat(counted)
                .containsExactlyElementsOf(
                        IntStream.range(2 * SHAPES, 4 * SHAPES).boxed().toList());
    }

    @Test
    void seasons_repeat_where_the_shape_has_them() {
        var seasonal = Frequency.DAILY.series(SHAPES + SimulatedShape.ADDITIVE_SEASONS.ordinal());
        var level = Frequency.DAILY.series(SHAPES + SimulatedShape.LEVEL.ordinal());

        assertThat(memory(seasonal.values(), 7)).isGreaterThan(.5);
        assertThat(memory(level.values(), 7)).isLessThan(.5);
    }

    /** Correlation of the changes from day to day with those so many days later. */
    private static double memory(double[] values, int lag) {
        double both = 0;
        double squares = 0;
        for (int i = 1; i + lag < values.length; i++) {
            double change = values[i] - values[i - 1];
            both += change * (values[i + lag] - values[i + lag - 1]);
            squares += change * change;
        }
        return both / squares;
    }
}
