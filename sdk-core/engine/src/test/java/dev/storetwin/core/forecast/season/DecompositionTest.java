package dev.storetwin.core.forecast.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecompositionTest {

    private static final double[] FIGURE = {-3, 1, 2};

    @Test
    void a_line_and_a_figure_are_told_apart_by_moving_averages() {
        var parts = ClassicalDecomposition.additive(lineAndFigure(9), 3);

        assertThat(parts.trend()).containsExactly(Double.NaN, 11, 12, 13, 14, 15, 16, 17, Double.NaN);
        assertThat(parts.seasons().get(0).values()).containsExactly(-3, 1, 2, -3, 1, 2, -3, 1, 2);
        assertThat(parts.rest()[4]).isZero();
    }

    @Test
    void an_even_cycle_takes_its_outermost_values_half() {
        var parts = ClassicalDecomposition.multiplicative(new double[] {1, 3, 1, 3, 1, 3}, 2);

        assertThat(parts.trend()).containsExactly(Double.NaN, 2, 2, 2, 2, Double.NaN);
        assertThat(parts.seasonAt(0)).isEqualTo(.5);
        assertThat(parts.seasonAt(7)).isEqualTo(1.5);
        assertThat(parts.adjusted()).containsOnly(2);
    }

    @Test
    void a_line_and_a_figure_are_told_apart_by_loess() {
        var values = lineAndFigure(60);

        for (var parts : new Decomposition[] {
            Stl.periodic(3, 60).decompose(values),
            Stl.windowed(3, 7).decompose(values),
            Stl.windowed(3, 7).robust().decompose(values),
            Mstl.additive(values, 3)
        }) {
            for (int i = 0; i < 60; i++) {
                assertThat(parts.trend()[i]).isEqualTo(10 + i, within(.3));
                assertThat(parts.seasonAt(i)).isEqualTo(FIGURE[i % 3], within(.3));
            }
            assertThat(parts.seasonAt(61)).isEqualTo(1, within(.3));
            assertThat(parts.strength(parts.seasons().get(0))).isEqualTo(1, within(.01));
            assertThat(parts.trendStrength()).isEqualTo(1, within(.01));
        }
    }

    @Test
    void a_robust_fit_leaves_the_outlier_in_the_rest() {
        var values = IntStream.range(0, 120)
                .mapToDouble(i -> 10 + i + 5 * StrictMath.sin(Math.PI * i / 6) + .1 * StrictMath.sin(i * i))
                .toArray();
        values[60] += 100;

        var parts = Stl.periodic(12, 120).robust().decompose(values);

        assertThat(parts.rest()[60]).isEqualTo(100, within(.5));
    }

    @Test
    void gaps_are_filled_along_the_season() {
        var values = lineAndFigure(60);
        values[20] = Double.NaN;
        values[21] = Double.NaN;

        var parts = Mstl.additive(values, 3);

        assertThat(parts.values()[20]).isEqualTo(32, within(.1));
        assertThat(parts.values()[21]).isEqualTo(28, within(.1));
        assertThat(parts.trend()[21]).isEqualTo(31, within(.1));
    }

    @Test
    void two_seasons_are_told_apart() {
        var values = IntStream.range(0, 400)
                .mapToDouble(i -> 50 + FIGURE[i % 3] + 5 * StrictMath.sin(2 * Math.PI * i / 20))
                .toArray();

        var parts = Mstl.additive(values, 20, 3);

        assertThat(parts.seasons()).extracting(SeasonalPart::period).containsExactly(3, 20);
        for (int i = 0; i < 400; i++) {
            assertThat(parts.seasons().get(0).at(i)).isEqualTo(FIGURE[i % 3], within(.15));
            assertThat(parts.trend()[i]).isEqualTo(50, within(.15));
        }
    }

    @Test
    void a_season_that_grows_with_the_level_is_multiplicative() {
        var growing = IntStream.range(0, 96)
                .mapToDouble(i -> StrictMath.exp(.02 * i) * (1 + .3 * FIGURE[i % 3] / 3))
                .toArray();

        assertThat(Mstl.isMultiplicative(growing, 3)).isTrue();
        assertThat(Mstl.isMultiplicative(lineAndFigure(96), 3)).isFalse();
        assertThat(Mstl.multiplicative(growing, 3).seasonAt(97)).isEqualTo(1.12, within(.02));
    }

    @Test
    void seasons_of_half_the_series_and_more_are_left_out() {
        assertThat(Mstl.additive(lineAndFigure(24), 12).seasons()).isEmpty();
        assertThat(ClassicalDecomposition.additive(lineAndFigure(5), 3).seasons())
                .isEmpty();
        assertThatThrownBy(() -> Stl.windowed(12, 7).decompose(lineAndFigure(24)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void every_series_has_finite_parts_that_give_it_again() {
        for (var values : odd()) {
            for (int period : new int[] {1, 2, 7}) {
                var parts = Mstl.additive(values, period, 24);
                var filled = parts.values();
                var trend = parts.trend();
                var rest = parts.rest();
                for (int i = 0; i < values.length; i++) {
                    double sum = trend[i] + parts.seasonAt(i) + rest[i];
                    assertThat(sum).isEqualTo(filled[i], within(1e-9 * Math.abs(filled[i])));
                    assertThat(trend[i]).isFinite();
                    assertThat(rest[i]).isFinite();
                }
                assertThat(parts.trendStrength()).isBetween(0.0, 1.0);
                parts.seasons().forEach(it -> assertThat(parts.strength(it)).isBetween(0.0, 1.0));
            }
        }
    }

    @Test
    void factors_of_nothing_are_unknown_and_never_infinite() {
        var sales = new double[] {0, 0, 4, 0, 0, 4, 0, 0, 4, 0, 0, 0, 0, 0, 0};

        for (var parts : List.of(
                ClassicalDecomposition.multiplicative(sales, 3),
                ClassicalDecomposition.multiplicative(new double[9], 3),
                ClassicalDecomposition.multiplicative(new double[2], 3),
                Mstl.multiplicative(sales, 3),
                Mstl.multiplicative(new double[9], 3))) {
            assertThat(parts.rest()).doesNotContain(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            assertThat(parts.adjusted()).doesNotContain(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            assertThat(parts.seasonAt(20)).isFinite();
            assertThat(parts.trendStrength()).isBetween(0.0, 1.0);
        }
    }

    private static double[][] odd() {
        var unknown = new double[100];
        Arrays.fill(unknown, Double.NaN);
        var constant = new double[100];
        Arrays.fill(constant, 5);
        var holes = lineAndFigure(100);
        IntStream.range(0, 30).forEach(i -> holes[i * 3] = Double.NaN);
        return new double[][] {
            {},
            {1},
            {1, 2},
            {Double.NaN},
            unknown,
            constant,
            new double[100],
            holes,
            Arrays.stream(lineAndFigure(100)).map(it -> it * 1e15).toArray(),
            Arrays.stream(lineAndFigure(100)).map(it -> it * 1e-12).toArray(),
            lineAndFigure(20_000)
        };
    }

    private static double[] lineAndFigure(int size) {
        return IntStream.range(0, size).mapToDouble(i -> 10 + i + FIGURE[i % 3]).toArray();
    }
}
