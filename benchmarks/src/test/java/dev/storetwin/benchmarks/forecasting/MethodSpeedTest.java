package dev.storetwin.benchmarks.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.method.PlainMethod;
import dev.storetwin.core.forecast.theta.StandardTheta;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MethodSpeedTest {

    @Test
    void a_made_up_series_depends_on_its_index_alone() {
        assertThat(MadeUpSeries.of(5, 40, 12))
                .isEqualTo(MadeUpSeries.of(5, 40, 12))
                .hasSize(40);
        assertThat(MadeUpSeries.of(5, 40, 12)).isNotEqualTo(MadeUpSeries.of(6, 40, 12));
        assertThat(Arrays.stream(MadeUpSeries.of(5, 40, 12))).allMatch(it -> it > 0);
    }

    @Test
    void kernels_and_forecasters_are_timed_with_what_was_appended() {
        var kernel = TimedMethod.of(new PlainMethod("theta", StandardTheta::fit));
        var forecaster = TimedMethod.of("theta", ForecastMethods.named("theta").orElseThrow());

        assertThat(growth(kernel)).isPositive();
        assertThat(growth(forecaster)).isPositive();
    }

    /** What a high last value does to the forecast. */
    private static double growth(TimedMethod method) {
        var fitted = method.fit(MadeUpSeries.of(1, 30, 1), 1);
        return fitted.append(1e4).forecast(3) - fitted.forecast(3);
    }
}
