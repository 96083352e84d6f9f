package dev.storetwin.core.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AutoArimaTest {

    private static final double UNKNOWN = Double.NaN;

    @Test
    void the_parameters_of_an_arma_process_are_found_again() {
        var fit = Arima.fit(Simulated.arma(3000, .7, .4, 11), ArimaOrder.of(1, 0, 1));

        assertThat(fit.coefficients().get("ar1")).isEqualTo(.7, within(.06));
        assertThat(fit.coefficients().get("ma1")).isEqualTo(.4, within(.06));
        assertThat(fit.variance()).isEqualTo(1, within(.1));
    }

    @Test
    void the_airline_model_is_found_again() {
        var fit = AutoArima.fit(Simulated.airline(240, 12, -.5, -.6, 3), 12);

        assertThat(fit.order().difference()).isEqualTo(1);
        assertThat(fit.order().seasonalDifference()).isEqualTo(1);
        assertThat(fit.order().seasonalMa()).isPositive();
        assertThat(fit.variance()).isEqualTo(1, within(.2));
    }

    @Test
    void long_seasons_and_those_not_seen_twice_are_left_alone() {
        assertThat(AutoArima.fit(Simulated.airline(120, 30, -.5, -.6, 3), 30)
                        .order()
                        .period())
                .isEqualTo(1);
        assertThat(AutoArima.fit(Simulated.airline(20, 12, -.5, -.6, 3), 12)
                        .order()
                        .period())
                .isEqualTo(1);
        assertThat(AutoArima.fit(Simulated.airline(24, 12, -.5, -.6, 3), 12)
                        .order()
                        .period())
                .isEqualTo(12);
    }

    @Test
    void a_few_unknown_values_change_little() {
        var values = Simulated.airline(120, 12, -.5, -.6, 8);
        var holes = values.clone();
        holes[30] = UNKNOWN;
        holes[31] = UNKNOWN;
        holes[77] = UNKNOWN;
        var order = ArimaOrder.of(0, 1, 1).seasonal(0, 1, 1, 12);

        var whole = Arima.fit(values, order);
        var broken = Arima.fit(holes, order);

        assertThat(broken.coefficients().get("ma1"))
                .isEqualTo(whole.coefficients().get("ma1"), within(.1));
        assertThat(broken.means(1)[0]).isEqualTo(whole.means(1)[0], within(whole.deviations(1)[0]));
    }

    @Test
    void where_too_much_is_unknown_for_the_exact_likelihood_the_noise_is_not_taken_for_smaller() {
        var values = Simulated.noise(400, 12);
        for (int t = 1; t < values.length - 1; t += 2) {
            values[t] = UNKNOWN;
        }

        var fit = Arima.fit(values, ArimaOrder.of(0, 0, 0));

        assertThat(fit.variance()).isEqualTo(1, within(.75));
        assertThat(fit.variance()).isGreaterThan(.8);
    }

    @Test
    void a_long_series_with_a_season_of_a_day() {
        var values = Simulated.airline(20_000, 24, -.5, -.6, 1);
        values[100] = UNKNOWN;
        values[15_000] = UNKNOWN;

        var fit = AutoArima.fit(values, 24);

        assertThat(fit.order().seasonalDifference()).isEqualTo(1);
        assertThat(fit.variance()).isEqualTo(1, within(.05));
    }

    @Property(tries = 15)
    void doubling_the_values_doubles_the_forecasts_to_the_bit(@ForAll @IntRange(max = 300) int seed) {
        var values = Simulated.airline(48, 4, -.4, -.5, seed);

        var once = AutoArima.fit(values, 4);
        var twice = AutoArima.fit(times(values, 2), 4);

        assertThat(twice.order()).isEqualTo(once.order());
        assertThat(twice.means(6)).containsExactly(times(once.means(6), 2));
        assertThat(twice.deviations(6)).containsExactly(times(once.deviations(6), 2), within(1e-12));
    }

    static double[][] odd_series() {
        var noise = Simulated.noise(40, 6);
        var alternating = new double[40];
        var gappy = noise.clone();
        for (int t = 0; t < 40; t++) {
            alternating[t] = t % 2;
            gappy[t] = t % 3 == 0 ? noise[t] : UNKNOWN;
        }
        return new double[][] {
            {},
            {5},
            {1, 2},
            {1, 2, 3},
            {UNKNOWN},
            {UNKNOWN, UNKNOWN, UNKNOWN},
            {UNKNOWN, 4, UNKNOWN},
            {UNKNOWN, 4, UNKNOWN, UNKNOWN, 9},
            {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12},
            {0, 1, 4, 9, 16, 25, 36, 49, 64, 81, 100},
            {0, 0, 0, 0, 0, 0, 0, 0, 1e15, 0, 0, 0, 0},
            new double[30],
            filled(30, 7),
            filled(30, 1e15),
            filled(30, 1e-12),
            alternating,
            gappy,
            noise,
            times(noise, 1e15),
            times(noise, 1e-12),
            times(noise, 1e300),
            times(noise, 1e-310),
            DoubleStream.of(noise).map(x -> 1e15 + x).toArray(),
            DoubleStream.iterate(1, x -> x * 2).limit(60).toArray(),
            Arrays.stream(noise).map(x -> x > 1 ? 1 : 0).toArray(),
        };
    }

    @ParameterizedTest
    @MethodSource("odd_series")
    void odd_series_get_finite_answers(double[] values) {
        for (int period : new int[] {1, 2, 4, 12, 400}) {
            var fit = AutoArima.fit(values, period);

            assertThat(fit.size()).isEqualTo(values.length);
            assertFinite(fit.means(30));
            assertFinite(fit.deviations(30));
            assertThat(DoubleStream.of(fit.deviations(30))).allMatch(it -> it >= 0);
            assertThat(fit.fitted()).hasSize(values.length);
            assertFinite(fit.append(3).means(2));
            assertFinite(fit.append(UNKNOWN).deviations(2));
            for (int size = 1; size <= values.length; size += 7) {
                assertFinite(fit.upTo(size).means(3));
                assertFinite(fit.upTo(size).deviations(3));
            }
        }
    }

    @Test
    void a_constant_goes_on_without_doubt() {
        var fit = AutoArima.fit(filled(30, 7), 12);

        assertThat(fit.means(3)).containsExactly(7, 7, 7);
        assertThat(fit.deviations(3)).containsExactly(new double[] {0, 0, 0}, within(1e-9));
    }

    @Test
    void a_straight_line_goes_on() {
        var fit = AutoArima.fit(new double[] {2, 4, 6, 8, 10, 12, 14, 16}, 1);

        assertThat(fit.means(2)).containsExactly(new double[] {18, 20}, within(1e-9));
    }

    @Test
    void infinite_values_and_columns_that_are_short_or_unknown_are_refused() {
        assertThatThrownBy(() -> AutoArima.fit(new double[] {1, Double.POSITIVE_INFINITY}, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AutoArima.fit(new double[] {1, 2}, 1, new double[][] {{1}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AutoArima.fit(new double[] {1, 2}, 1, new double[][] {{1, UNKNOWN}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AutoArima.fit(new double[] {1, 2}, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] filled(int length, double value) {
        var result = new double[length];
        Arrays.fill(result, value);
        return result;
    }

    private static double[] times(double[] values, double factor) {
        return DoubleStream.of(values).map(x -> x * factor).toArray();
    }

    private static void assertFinite(double[] values) {
        assertThat(DoubleStream.of(values)).allMatch(Double::isFinite);
    }
}
