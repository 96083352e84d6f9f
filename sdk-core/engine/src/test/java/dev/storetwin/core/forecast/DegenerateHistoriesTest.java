package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.intermittent.IntermittentMethods;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method answers for every history. */
class DegenerateHistoriesTest {

    static List<DemandForecaster> methods() {
        return Stream.concat(ForecastMethods.all().stream(), Stream.of(ForecastMethods.cheap()))
                .toList();
    }

    private static TimeSeries repeated(double value, int times) {
        var values = new double[times];
        Arrays.fill(values, value);
        return TimeSeries.of("mug", values).withSeasonality(Seasonality.of(7));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void where_nothing_is_known_nothing_is_expected_and_it_says_so(DemandForecaster method) {
        for (var history : List.of(repeated(0, 0), repeated(Double.NaN, 20))) {
            var forecast = method.forecast(history, 5);

            assertThat(forecast.means()).containsOnly(0).hasSize(5);
            assertThat(forecast.quantile(5, .975)).isZero();
            assertThat(forecast.over(1, 6).quantile(.5)).isZero();
            assertThat(Arrays.stream(forecast.paths(2, 1)).flatMapToDouble(Arrays::stream))
                    .containsOnly(0.0);
            assertThat(forecast.reason()).contains("no known value");
            assertThat(forecast.card().data()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void what_was_never_in_stock_sells_at_least_what_it_sold(DemandForecaster method) {
        var forecast = method.forecast(repeated(4, 20).withInStock(new boolean[20]), 5);

        assertThat(forecast.mean(5)).isGreaterThan(3.7);
        assertThat(forecast.reason()).contains("lower bound");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void one_value_is_all_there_is_to_go_by(DemandForecaster method) {
        if (doubtsAsCountsDo(method)) {
            return;
        }

        var forecast = method.forecast(repeated(6, 1), 20);

        assertThat(Arrays.stream(forecast.means()))
                .allSatisfy(mean -> assertThat(mean).isEqualTo(6, within(1e-3)));
        assertThat(method.forecast(TimeSeries.of("oil", 6.25), 1).quantile(1, .5))
                .isEqualTo(6.25, within(1e-3));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void what_never_sold_is_not_expected_to_sell(DemandForecaster method) {
        assertThat(method.forecast(repeated(0, 50), 3).quantile(3, .99)).isZero();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void what_never_changed_is_expected_to_stay(DemandForecaster method) {
        if (!doubtsAsCountsDo(method)) {
            for (double value : new double[] {5, 12.5, 1e9, -3}) {
                var forecast = method.forecast(repeated(value, 40), 10);

                assertThat(forecast.mean(10)).isEqualTo(value, within(1e-6 * Math.abs(value)));
                assertThat(forecast.quantile(10, .975)).isEqualTo(value, within(1e-6 * Math.abs(value)));
                assertThat(forecast.quantile(10, .025)).isEqualTo(value, within(1e-6 * Math.abs(value)));
            }
        }
    }

    private static boolean doubtsAsCountsDo(DemandForecaster method) {
        return IntermittentMethods.named(method.name()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void a_giant_order_moves_little(DemandForecaster method) {
        var values = new double[100];
        Arrays.setAll(values, i -> 5 + i * 7 % 5);
        var without = method.forecast(TimeSeries.of("jar", values), 7);
        values[90] = 74_215;

        var with = method.forecast(TimeSeries.of("jar", values), 7);

        assertThat(with.mean(7)).isEqualTo(without.mean(7), within(2.0));
        assertThat(with.quantile(7, .975)).isLessThan(30);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void the_largest_numbers_stay_numbers(DemandForecaster method) {
        var values = new double[60];
        Arrays.setAll(values, i -> (i % 3 + 1) * 1e150);

        var forecast = method.forecast(TimeSeries.of("atoms", values), 3);

        assertThat(forecast.quantile(3, .975)).isFinite();
        assertThat(forecast.over(1, 4).quantile(.5)).isFinite();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void a_horizon_of_nothing_is_refused(DemandForecaster method) {
        assertThatThrownBy(() -> method.forecast(repeated(1, 20), 0)).hasMessageContaining("horizon (0)");
        assertThatThrownBy(() -> method.forecast(repeated(1, 0), -1)).hasMessageContaining("horizon (-1)");
    }
}
