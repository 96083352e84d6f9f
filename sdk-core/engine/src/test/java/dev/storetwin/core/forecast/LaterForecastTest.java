package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LaterForecastTest {

    /** Ten on the first day of the week, then one less each day. */
    private static DemandForecast fortnight() {
        var week = IntStream.range(0, 8 * 7).mapToDouble(day -> 10 - day % 7).toArray();
        return ForecastMethods.cheap().forecast(TimeSeries.of("mug", week).withSeasonality(Seasonality.of(7)), 14);
    }

    @Test
    void today_is_the_day_that_the_forecast_had_for_it() {
        var made = fortnight();

        var twoDaysLater = LaterForecast.of(made, 2);

        assertThat(twoDaysLater.horizon()).isEqualTo(14);
        assertThat(twoDaysLater.mean(1)).isEqualTo(made.mean(3));
        assertThat(twoDaysLater.at(12)).isEqualTo(made.at(14));
    }

    @Test
    void past_its_end_the_same_days_of_the_week_before_stand_in() {
        var made = fortnight();

        var later = LaterForecast.of(made, 2);

        assertThat(later.mean(13)).isEqualTo(made.mean(8));
        assertThat(later.mean(14)).isEqualTo(made.mean(9));
        assertThat(LaterForecast.of(made, 30).mean(1)).isEqualTo(made.mean(10));
    }

    @Test
    void of_the_same_day_it_is_the_forecast_itself() {
        var made = fortnight();

        assertThat(LaterForecast.of(made, 0)).isSameAs(made);
        assertThat(LaterForecast.of(made, -3)).isSameAs(made);
    }

    @Test
    void futures_keep_their_days() {
        var made = fortnight();

        var paths = LaterForecast.of(made, 1).paths(3, 7);

        var then = made.paths(3, 7);
        assertThat(Arrays.copyOf(paths[2], 13)).isEqualTo(Arrays.copyOfRange(then[2], 1, 14));
        assertThat(paths[2][13]).isEqualTo(then[2][7]);
    }

    /** A horizon shorter than a week has no week before. */
    @Property(tries = 200)
    void demand_of_several_days_is_the_sum_of_their_means(
            @ForAll @IntRange(min = 1, max = 40) int horizon,
            @ForAll @IntRange(min = 0, max = 60) int later,
            @ForAll @IntRange(min = 1, max = 40) int days) {
        var history = TimeSeries.of(
                        "mug",
                        IntStream.range(0, 60)
                                .mapToDouble(it -> it % 7 + it % 3)
                                .toArray())
                .withSeasonality(Seasonality.of(7));
        var forecast = LaterForecast.of(ForecastMethods.cheap().forecast(history, horizon), later);
        int until = Math.min(days, horizon) + 1;

        double sum = IntStream.range(1, until).mapToDouble(forecast::mean).sum();

        assertThat(forecast.over(1, until).mean()).isEqualTo(sum, within(1e-9));
        assertThat(forecast.over(1, until).quantile(.9)).isGreaterThanOrEqualTo(0);
        assertThat(forecast.over(1, 1).mean()).isZero();
    }
}
