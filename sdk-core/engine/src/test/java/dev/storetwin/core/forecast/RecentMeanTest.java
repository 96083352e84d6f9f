package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentMeanTest {

    private final DemandForecaster cheap = ForecastMethods.cheap();

    private static TimeSeries days(double... sold) {
        return TimeSeries.of("mug", sold).withSeasonality(Seasonality.of(7));
    }

    /** Eight Saturdays of 14 among days of 2: (8 * 14 + 4 * mean) / 12 with the mean of all, 26 / 7. */
    @Test
    void each_day_of_the_week_is_drawn_to_the_mean_of_all() {
        var history = days(
                IntStream.range(0, 56).mapToDouble(day -> day % 7 == 5 ? 14 : 2).toArray());

        var forecast = cheap.forecast(history, 7);

        double mean = 26.0 / 7;
        assertThat(forecast.mean(6)).isEqualTo((8 * 14 + 4 * mean) / 12, within(1e-12));
        assertThat(forecast.mean(1)).isEqualTo((8 * 2 + 4 * mean) / 12, within(1e-12));
    }

    @Test
    void only_the_last_eight_weeks_count() {
        var history = days(
                IntStream.range(0, 400).mapToDouble(day -> day < 344 ? 50 : 3).toArray());

        assertThat(cheap.forecast(history, 1).mean(1)).isEqualTo(3, within(1e-12));
    }

    @Test
    void a_day_that_ran_out_says_nothing() {
        var inStock = new boolean[56];
        for (int day = 0; day < 56; day++) {
            inStock[day] = day % 2 == 0;
        }
        var history = days(IntStream.range(0, 56)
                        .mapToDouble(day -> day % 2 == 0 ? 6 : 0)
                        .toArray())
                .withInStock(inStock);

        assertThat(cheap.forecast(history, 3).means()).containsOnly(6);
    }

    @Test
    void what_has_run_out_for_eight_weeks_sold_before() {
        var inStock = new boolean[120];
        for (int day = 0; day < 50; day++) {
            inStock[day] = true;
        }
        var history = days(IntStream.range(0, 120)
                        .mapToDouble(day -> day < 50 ? 4 : 0)
                        .toArray())
                .withInStock(inStock);

        assertThat(cheap.forecast(history, 1).mean(1)).isEqualTo(4, within(1e-12));
    }
}
