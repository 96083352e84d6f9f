package dev.storetwin.core.forecast.pooled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.TimeSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PooledForecasterTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 4, 12);
    private static final int WEEKS = 157;

    /** Week 47 sells three times as much in one group and as always in the other. */
    @Test
    void learns_the_season_of_each_group() {
        var series = new ArrayList<PooledSeries>();
        for (int i = 0; i < 400; i++) {
            var group = i % 2 == 0 ? "toys" : "tools";
            series.add(series(i, 6, group, group.equals("toys") ? 3 : 1));
        }
        // The history ends with week 15 of 2024; step 32 is week 47.
        var forecasts = new PooledForecaster().forecast(series, 40);

        assertThat(meanRatio(forecasts, 0)).isCloseTo(3, within(.35));
        assertThat(meanRatio(forecasts, 1)).isCloseTo(1, within(.35));
    }

    @Test
    void the_level_is_the_series_own_and_the_spread_that_of_its_counts() {
        var series = new ArrayList<PooledSeries>();
        for (int i = 0; i < 60; i++) {
            series.add(series(i, i < 30 ? 2 : 20, "all", 1));
        }

        var forecasts = new PooledForecaster().forecast(series, 4);

        double small = 0;
        double large = 0;
        for (int i = 0; i < 30; i++) {
            small += forecasts.get(i).mean(1) / 30;
            large += forecasts.get(30 + i).mean(1) / 30;
        }
        assertThat(small).isCloseTo(2, within(.2));
        assertThat(large).isCloseTo(20, within(1.2));
        // Counts were drawn with a variance of 1.5 times the mean.
        double scatter = Math.pow(forecasts.get(40).at(1).standardDeviation(), 2)
                / forecasts.get(40).mean(1);
        assertThat(scatter).isBetween(1.1, 2.2);
    }

    @Test
    void four_of_five_weeks_fall_below_the_upper_quantile() {
        int below = 0;
        int all = 0;
        var series = new ArrayList<PooledSeries>();
        for (int i = 0; i < 200; i++) {
            series.add(series(i, 3 + i % 9, "all", 1));
        }
        for (int origin = 100; origin < 150; origin += 10) {
            int end = origin;
            var heads = series.stream()
                    .map(it -> new PooledSeries(it.history().head(end), it.groups()))
                    .toList();
            var forecasts = new PooledForecaster().forecast(heads, 3);
            for (int i = 0; i < series.size(); i++) {
                double level = forecasts
                        .get(i)
                        .at(3)
                        .probabilityAtMost(series.get(i).history().value(origin + 2));
                below += level <= .8 ? 1 : 0;
                all++;
            }
        }

        assertThat((double) below / all).isBetween(.70, .83);
    }

    @Test
    void futures_have_the_moments_of_the_forecast() {
        var forecast = new PooledForecaster()
                .forecast(List.of(series(1, 6, "all", 1)), 3)
                .get(0);

        var paths = forecast.paths(4_000, 9);

        double sum = 0;
        double squares = 0;
        for (var path : paths) {
            double total = path[0] + path[1] + path[2];
            sum += total;
            squares += total * total;
        }
        double mean = sum / paths.length;
        var three = forecast.over(1, 4);
        assertThat(mean).isCloseTo(three.mean(), within(.03 * three.mean()));
        assertThat(Math.sqrt(squares / paths.length - mean * mean))
                .isCloseTo(three.standardDeviation(), within(.06 * three.standardDeviation()));
    }

    @Test
    void more_futures_leave_the_first_ones_as_they_are() {
        var forecast = new PooledForecaster()
                .forecast(List.of(series(1, 6, "all", 1)), 3)
                .get(0);

        assertThat(Arrays.copyOf(forecast.paths(50, 9), 20)).isDeepEqualTo(forecast.paths(20, 9));
        assertThat(Arrays.deepEquals(forecast.paths(20, 10), forecast.paths(20, 9)))
                .isFalse();
    }

    @Test
    void a_series_without_any_known_week_expects_nothing() {
        var unknown = TimeSeries.of("new").withCalendar(PeriodCalendar.weekly(FIRST));

        var forecast = new PooledForecaster()
                .forecast(List.of(new PooledSeries(unknown, List.of("all"))), 2)
                .get(0);

        assertThat(forecast.means()).containsExactly(0, 0);
        assertThat(forecast.at(1).quantile(.99)).isZero();
    }

    @Test
    void refuses_a_series_without_dates() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PooledSeries(TimeSeries.of("undated", 1, 2), List.of()))
                .withMessageContaining("needs dates");
    }

    private static double meanRatio(List<DemandForecast> forecasts, int parity) {
        double peak = 0;
        double usual = 0;
        for (int i = parity; i < forecasts.size(); i += 2) {
            peak += forecasts.get(i).mean(32);
            usual += forecasts.get(i).mean(5);
        }
        return peak / usual;
    }

    private static PooledSeries series(int index, double pace, String group, double peak) {
        var draw = Draws.of(21).keyed("test", "pooled", index);
        var sold = new double[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            var monday = FIRST.plusWeeks(week);
            boolean busy = monday.get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR) == 47;
            double mean = pace * (busy ? peak : 1);
            sold[week] = NegativeBinomial.of(mean, 1.5 * mean).quantile(draw.nextOpenDouble());
        }
        var history = TimeSeries.of("series " + index, sold).withCalendar(PeriodCalendar.weekly(FIRST));
        return new PooledSeries(history, List.of(group));
    }
}
