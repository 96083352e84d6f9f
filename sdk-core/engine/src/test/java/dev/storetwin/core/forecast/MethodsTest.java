package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each method on an example small enough to work by hand. */
class MethodsTest {

    private static final double UNKNOWN = Double.NaN;

    @Test
    void naive_repeats_the_last_known_value() {
        var forecast = SeasonalNaive.naive().forecast(TimeSeries.of("mug", 3, 5, 4, UNKNOWN), 3);

        assertThat(forecast.means()).containsExactly(4, 4, 4);
    }

    @Test
    void seasonal_naive_repeats_the_last_season() {
        var history = TimeSeries.of("mug", 1, 2, 3, 4, 5, 6).withSeasonality(Seasonality.of(3));

        assertThat(SeasonalNaive.seasonal().forecast(history, 7).means()).containsExactly(4, 5, 6, 4, 5, 6, 4);
    }

    @Test
    void seasonal_naive_takes_an_unknown_value_from_the_season_before() {
        var history = TimeSeries.of("mug", 1, 2, 3, 4, UNKNOWN, 6).withSeasonality(Seasonality.of(3));

        assertThat(SeasonalNaive.seasonal().forecast(history, 3).means()).containsExactly(4, 2, 6);
    }

    @Test
    void seasonal_naive_takes_the_season_that_repeats_best() {
        var history = TimeSeries.of("mug", 1, 2, 9, 1, 2, 9, 1, 2, 9, 1, 2, 9).withSeasonality(Seasonality.of(2, 3));

        assertThat(SeasonalNaive.seasonal().forecast(history, 3).means()).containsExactly(1, 2, 9);
    }

    @Test
    void seasonal_naive_is_naive_while_no_season_is_over() {
        var history = TimeSeries.of("mug", 1, 2, 3).withSeasonality(Seasonality.of(7));

        assertThat(SeasonalNaive.seasonal().forecast(history, 2).means()).containsExactly(3, 3);
    }

    @Test
    void the_mean_is_that_of_what_is_known() {
        var history = TimeSeries.of("mug", 2, 50, 4, UNKNOWN, 6).withInStock(true, false, true, true, true);

        assertThat(new HistoricalMean().forecast(history, 2).means()).containsExactly(4, 4);
    }

    /** Squared error by every alpha and first level of a fine grid: none is less than that of the fit. */
    @Test
    void exponential_smoothing_has_the_least_squared_error() {
        double[] values = {12, 9, 14, 13, 18, 15, 17};

        var fit = SimpleExponentialSmoothing.smooth(values);

        double found = squaredError(values, fit.alpha(), fit.first());
        for (double alpha = .01; alpha < 1; alpha += .01) {
            for (double first = 5; first < 20; first += .1) {
                assertThat(squaredError(values, alpha, first)).isGreaterThan(found - 1e-9);
            }
        }
    }

    private static double squaredError(double[] values, double alpha, double first) {
        double level = first;
        double sum = 0;
        for (double value : values) {
            sum += (value - level) * (value - level);
            level += alpha * (value - level);
        }
        return sum;
    }

    @Test
    void exponential_smoothing_keeps_its_level_through_an_unknown_period() {
        var fit = SimpleExponentialSmoothing.smooth(new double[] {12, 9, UNKNOWN, 14, 13});
        var without = SimpleExponentialSmoothing.smooth(new double[] {12, 9, 14, 13});

        assertThat(fit.levels()[2]).isEqualTo(fit.levels()[1]);
        assertThat(fit.levels()[4]).isEqualTo(without.levels()[3], within(1e-9));
    }

    /** Demands 3, 5, 2, 4, 1 smooth to 2.9548, intervals 3, 4, 2, 3, 4 to 3.0919. */
    @Test
    void croston_divides_the_smoothed_size_by_the_smoothed_interval() {
        var history = TimeSeries.of("bolt", 0, 0, 3, 0, 0, 0, 5, 0, 2, 0, 0, 4, 0, 0, 0, 1);

        assertThat(CrostonSba.uncorrected(.1).forecast(history, 1).mean(1)).isEqualTo(2.9548 / 3.0919, within(1e-12));
        assertThat(CrostonSba.usual().forecast(history, 2).mean(2)).isEqualTo(.95 * 2.9548 / 3.0919, within(1e-12));
    }

    @Test
    void croston_does_not_wait_while_out_of_stock() {
        var history = TimeSeries.of("bolt", 2, 0, 0, 0, 2).withInStock(true, true, false, false, true);

        // Sizes 2 and 2, intervals 1 and 2 smooth to 2 and 1.1.
        assertThat(CrostonSba.uncorrected(.1).forecast(history, 1).mean(1)).isEqualTo(2 / 1.1, within(1e-12));
    }

    /** On a straight line smoothing ends at the last value and the drift is half the slope. */
    @Test
    void theta_follows_a_straight_line_with_half_its_slope() {
        var line = TimeSeries.of(
                "mug", IntStream.range(1, 41).mapToDouble(i -> 2 * i).toArray());

        var forecast = new Theta().forecast(line, 3);

        assertThat(forecast.mean(1)).isEqualTo(81, within(.01));
        assertThat(forecast.mean(3)).isEqualTo(83, within(.01));
    }

    @Test
    void theta_sees_no_trend_in_three_values() {
        assertThat(new Theta().forecast(TimeSeries.of("mug", 1, 10, 19), 2).mean(2))
                .isBetween(1.0, 19.0);
    }

    @Test
    void a_closed_weekday_is_foretold_as_closed() {
        double[] week = {10, 12, 11, 13, 9, 0, 4};
        var history = TimeSeries.of(
                        "mug",
                        IntStream.range(0, 70)
                                .mapToDouble(i -> week[i % 7] == 0 ? 0 : week[i % 7] + i * 7 % 3)
                                .toArray())
                .withSeasonality(Seasonality.of(7));

        var forecast = new SimpleExponentialSmoothing().forecast(history, 14);

        assertThat(forecast.mean(6)).isZero();
        assertThat(forecast.quantile(13, .975)).isZero();
        assertThat(forecast.mean(4)).isEqualTo(14, within(1.0));
        assertThat(forecast.mean(7)).isEqualTo(5, within(1.0));
    }
}
