package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

class UsualForecasterTest {

    private final DemandForecaster usual = ForecastMethods.usual();

    private static TimeSeries drawn(int size, ToDoubleBiFunction<Draw, Integer> value) {
        var draw = Draws.of(8).keyed("history", "mug", 0);
        var values = new double[size];
        Arrays.setAll(values, i -> value.applyAsDouble(draw, i));
        return TimeSeries.of("mug", values);
    }

    private final TimeSeries steady = drawn(120, (draw, i) -> 500 + 2 * i + 20 * draw.nextGaussian());
    private final TimeSeries slow = drawn(80, (draw, i) -> draw.nextBoolean(.2) ? 1 + draw.nextInt(3) : 0);
    private final TimeSeries uneven = drawn(40, (draw, i) -> 3 + draw.nextInt(9));

    @Test
    void what_sells_steadily_is_foretold_by_the_combination() {
        var forecast = usual.forecast(steady, 6);

        assertThat(forecast.card().name()).isEqualTo("combination");
        assertThat(forecast.reason()).contains("median of ets, arima, ces, dotm");
        assertThat(forecast.mean(6)).isEqualTo(752, within(25.0));
    }

    @Test
    void what_sells_now_and_then_is_foretold_by_a_pool_of_counts() {
        var forecast = usual.forecast(slow, 6);

        assertThat(forecast.card().name()).isEqualTo("slow-sellers");
        assertThat(forecast.quantile(1, .9)).matches(it -> it == Math.rint(it));
    }

    @Test
    void few_units_of_uneven_size_are_foretold_by_both() {
        var forecast = usual.forecast(uneven, 6);

        assertThat(forecast.card().name()).isEqualTo("usual");
        assertThat(forecast.reason()).contains("parts in a hundred", "pool of count distributions");
        assertThat(forecast.mean(1)).isEqualTo(7, within(1.5));
        assertThat(forecast.quantile(1, .5)).isEqualTo(7, within(2.0));
    }

    @Test
    void spikes_that_nothing_explains_are_no_trend() {
        var spiky = drawn(100, (draw, i) -> draw.nextBoolean(.1) ? 40_000 : 2_000 + 100 * draw.nextGaussian());

        assertThat(usual.forecast(spiky, 4).card().name()).isEqualTo("slow-sellers");
    }

    @Test
    void growth_and_season_are_not_taken_for_unevenness() {
        var season = drawn(96, (draw, i) -> 1000 * (1 + i / 24.0) * (1.5 + Math.sin(i * Math.PI / 6)))
                .withSeasonality(Seasonality.of(12));

        assertThat(usual.forecast(season, 12).card().name()).isEqualTo("combination");
    }

    @Test
    void a_fitted_model_goes_on_without_being_fitted_again() {
        for (var history : new TimeSeries[] {steady, slow, uneven}) {
            var before = usual.fit(history);

            var after = before.append(history.value(history.size() - 1), true).append(Double.NaN, true);

            assertThat(after.history().size()).isEqualTo(history.size() + 2);
            assertThat(before.forecast(3).mean(1))
                    .isEqualTo(usual.fit(history).forecast(3).mean(1));
            assertThat(after.forecast(3).card().name())
                    .isEqualTo(before.forecast(3).card().name());
        }
    }
}
