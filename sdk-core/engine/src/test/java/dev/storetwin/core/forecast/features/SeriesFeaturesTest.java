package dev.storetwin.core.forecast.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeriesFeaturesTest {

    @Test
    void a_line_is_all_trend() {
        var line = SeriesFeatures.of(
                IntStream.range(0, 100).mapToDouble(i -> 3 + 2 * i).toArray(), 1);

        assertThat(line.value("trend")).isGreaterThan(.99);
        assertThat(line.value("linearity")).isCloseTo(1, within(.01));
        assertThat(line.value("curvature")).isCloseTo(0, within(1e-9));
        assertThat(line.value("season")).isZero();
        assertThat(line.value("predictability")).isGreaterThan(.9);
        assertThat(line.value("crossings")).isCloseTo(1 / 99., within(1e-12));
    }

    @Test
    void a_falling_line_has_a_negative_linearity_and_a_parabola_a_curvature() {
        var falling =
                SeriesFeatures.of(IntStream.range(0, 50).mapToDouble(i -> -i).toArray(), 1);
        var parabola = SeriesFeatures.of(
                IntStream.range(-25, 26).mapToDouble(i -> i * i).toArray(), 1);

        assertThat(falling.value("linearity")).isLessThan(-.9);
        assertThat(parabola.value("linearity")).isCloseTo(0, within(1e-9));
        assertThat(parabola.value("curvature")).isGreaterThan(.9);
    }

    @Test
    void a_cycle_is_all_season() {
        var cycle = SeriesFeatures.of(
                IntStream.range(0, 48).mapToDouble(i -> i % 4 == 0 ? 10 : 2).toArray(), 4);

        assertThat(cycle.value("season")).isGreaterThan(.99);
        assertThat(cycle.value("season_acf1")).isCloseTo(44 / 48., within(1e-9));
    }

    @Test
    void noise_is_nothing_of_it() {
        var draw = Draws.of(1).keyed("noise", "", 0);
        var noise = SeriesFeatures.of(
                IntStream.range(0, 2000).mapToDouble(i -> draw.nextGaussian()).toArray(), 1);

        assertThat(noise.value("acf1")).isCloseTo(0, within(.06));
        assertThat(noise.value("predictability")).isLessThan(.03);
        assertThat(noise.value("memory")).isCloseTo(.5, within(.1));
        assertThat(noise.value("crossings")).isCloseTo(.5, within(.05));
        assertThat(noise.value("asymmetry")).isCloseTo(0, within(.2));
    }

    @Test
    void small_figures_by_hand() {
        var features = SeriesFeatures.of(new double[] {0, 0, 0, 4, Double.NaN}, 1);

        // Mean 1, variance 3; around the mean -1 -1 -1 3: (1 + 1 - 3) / 12.
        assertThat(features.value("zero_share")).isEqualTo(.75);
        assertThat(features.value("dispersion")).isCloseTo(3, within(1e-12));
        assertThat(features.value("acf1")).isCloseTo(-1 / 12., within(1e-12));
        assertThat(features.value("flatness")).isEqualTo(.75);
        assertThat(features.value("length")).isEqualTo(StrictMath.log(5));
    }

    static Stream<double[]> oddSeries() {
        return Stream.of(
                new double[0],
                new double[] {5},
                new double[] {1, 2},
                new double[30],
                new double[] {Double.NaN, Double.NaN},
                filled(40, 7),
                filled(40, 1e15),
                filled(40, 1e-12),
                new double[] {1e15, -1e15, 1e-12, 0, 1e15},
                new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, 1},
                IntStream.range(0, 20_000).mapToDouble(i -> i % 7).toArray());
    }

    private static double[] filled(int count, double value) {
        var values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    @ParameterizedTest
    @MethodSource("oddSeries")
    void every_figure_is_finite_for_every_series(double[] values) {
        for (int period : new int[] {1, 4, 52}) {
            assertThat(SeriesFeatures.of(values, period).toMap().values())
                    .hasSize(SeriesFeatures.NAMES.size())
                    .allMatch(Double::isFinite);
        }
    }

    @Property
    void the_unit_does_not_matter(@ForAll @Size(min = 3, max = 40) int[] whole) {
        var values = Arrays.stream(whole).mapToDouble(it -> it % 1000).toArray();
        var inKilo = Arrays.stream(values).map(it -> it * 1024).toArray();

        assertThat(SeriesFeatures.of(inKilo, 4).toArray())
                .containsExactly(SeriesFeatures.of(values, 4).toArray(), within(1e-9));
    }
}
