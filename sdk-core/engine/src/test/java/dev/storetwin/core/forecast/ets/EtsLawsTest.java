package dev.storetwin.core.forecast.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EtsLawsTest {

    @Property(tries = 40)
    void going_back_and_on_again_changes_nothing(
            @ForAll("histories") double[] values, @ForAll @IntRange(max = 5) int back) {
        var whole = Ets.auto(values, 4);
        int size = Math.max(1, values.length - back);

        var again = whole.upTo(size);
        for (int i = size; i < values.length; i++) {
            again = again.append(values[i]);
        }

        assertThat(again.size()).isEqualTo(whole.size());
        assertThat(again.means(6)).containsExactly(whole.means(6));
        assertThat(again.deviations(6)).containsExactly(whole.deviations(6));
        assertThat(again.fitted()).containsExactly(whole.fitted());
    }

    @Property(tries = 40)
    void one_step_forecasts_are_those_of_the_moment_before(@ForAll("histories") double[] values) {
        var whole = Ets.auto(values, 4);

        for (int i = 1; i < values.length; i++) {
            assertThat(whole.fitted()[i]).isEqualTo(whole.upTo(i).means(1)[0]);
        }
    }

    @Property(tries = 60)
    void answers_are_finite_whatever_comes(
            @ForAll("anything") double[] values, @ForAll @IntRange(min = 1, max = 7) int period) {
        assertFinite(Ets.auto(values, period));
        assertFinite(Ets.simple(values));
        assertFinite(Ets.holt(values));
        assertFinite(Ets.holtWinters(values, period, Component.MULTIPLICATIVE));
    }

    @ParameterizedTest
    @MethodSource("poorHistories")
    void poor_histories_have_answers(double[] values) {
        assertFinite(Ets.auto(values, 12));
        assertFinite(Ets.holtWinters(values, 12, Component.MULTIPLICATIVE));
        assertFinite(Ets.auto(values, 12).append(3).append(Double.NaN));
    }

    @Property(tries = 30)
    void a_series_far_larger_or_smaller_has_the_same_forecast(
            @ForAll("histories") double[] values, @ForAll @IntRange(min = 60, max = 90) int power) {
        var large = Ets.auto(times(values, Math.scalb(1., power)), 4);
        var small = Ets.auto(times(values, Math.scalb(1., -power)), 4);

        assertThat(large.model()).isEqualTo(small.model());
        assertThat(times(large.means(5), Math.scalb(1., -power)))
                .containsExactly(times(small.means(5), Math.scalb(1., power)));
        assertThat(times(large.deviations(5), Math.scalb(1., -power)))
                .containsExactly(times(small.deviations(5), Math.scalb(1., power)));
        assertThat(large.aicc()).isEqualTo(small.aicc() + 4 * values.length * power * Math.log(2), within(1e-6));
    }

    static double[][] poorHistories() {
        double unknown = Double.NaN;
        var endless = new double[20_000];
        for (int i = 0; i < endless.length; i++) {
            endless[i] = i % 12 + i % 7;
        }
        return new double[][] {
            {},
            {7},
            {unknown},
            {1, 2},
            {3, unknown},
            {unknown, unknown, unknown},
            new double[30],
            constant(30, 5),
            constant(30, -5),
            {1, 2, 3, 4, 5, 6},
            {1e15, 2e15, 1e15, 4e15, 1e15, 3e15, 2e15},
            {1e-12, 2e-12, 1e-12, 4e-12, 1e-12, 3e-12, 2e-12},
            {1e15, 1e-12, 1e15, 1e-12, 1e15, 1e-12, 1e15, 1e-12, 1e15},
            {1e300, 2e300, -1e300, 1e300, 1e308, -1e308, 1e308, 1e308},
            {0, 0, 0, 0, 0, 0, 0, 0, 0, 1e9},
            endless,
        };
    }

    @Provide
    Arbitrary<double[]> histories() {
        return Arbitraries.longs().between(0, 1_000).map(EtsLawsTest::history);
    }

    @Provide
    Arbitrary<double[]> anything() {
        var value = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 5).map(Integer::doubleValue),
                Arbitraries.doubles().between(-1e15, 1e15),
                Arbitraries.integers().between(1, 1_000).map(it -> it * 1e-12),
                Arbitraries.just(Double.NaN));
        return value.array(Double[].class).ofMinSize(0).ofMaxSize(40).map(it -> Arrays.stream(it)
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    private static double[] history(long seed) {
        var draw = Draws.of(seed).keyed("ets", "history", 0);
        var values = new double[12 + draw.nextInt(30)];
        double slope = 3 * draw.nextGaussian();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(1, 200 + slope * i + 30 * (i % 4) + 20 * draw.nextGaussian());
        }
        return values;
    }

    private static double[] constant(int length, double value) {
        var values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(it -> it * factor).toArray();
    }

    private static void assertFinite(FittedEts fitted) {
        assertThat(fitted.means(30)).matches(EtsLawsTest::allFinite);
        assertThat(fitted.deviations(30))
                .matches(it -> allFinite(it) && Arrays.stream(it).allMatch(deviation -> deviation >= 0));
        assertThat(fitted.fitted()).hasSize(fitted.size()).matches(EtsLawsTest::allFinite);
    }

    private static boolean allFinite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }
}
