package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.TimeSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class FittedForecastTest {

    private final DemandForecast counts = new SimpleExponentialSmoothing()
            .forecast(drawn(200, draw -> draw.nextBoolean(.3) ? 1 + draw.nextInt(4) : 0), 14);
    private final DemandForecast amounts =
            new SimpleExponentialSmoothing().forecast(drawn(200, draw -> 50.5 + 10 * draw.nextGaussian()), 14);

    private static TimeSeries drawn(int size, ToDoubleFunction<Draw> value) {
        var draw = Draws.of(3).keyed("history", "mug", 0);
        var values = new double[size];
        Arrays.setAll(values, i -> value.applyAsDouble(draw));
        return TimeSeries.of("mug", values);
    }

    @Test
    void few_units_are_foretold_in_whole_units() {
        assertThat(counts.card().settings()).containsEntry("distribution", "negative binomial");
        assertThat(counts.at(1).mean()).isEqualTo(.3 * 2.5, within(.3));
        assertThat(counts.quantile(1, .975)).isBetween(3.0, 6.0);
        assertThat(counts.quantile(1, .5)).isZero();
        assertThat(counts.at(1).probabilityAtMost(0)).isEqualTo(.7, within(.15));
    }

    @Test
    void amounts_scatter_as_their_errors_did() {
        assertThat(amounts.card().settings()).containsEntry("distribution", "empirical");
        assertThat(amounts.mean(14)).isEqualTo(50.5, within(3.0));
        assertThat(amounts.quantile(1, .975) - amounts.quantile(1, .025)).isEqualTo(39.2, within(7.0));
        assertThat(amounts.at(1).probabilityAtMost(amounts.quantile(1, .9))).isEqualTo(.9, within(1e-6));
        assertThat(amounts.at(1).standardDeviation()).isEqualTo(10, within(2.0));
    }

    @Test
    void what_is_above_and_what_is_left_add_up() {
        for (var forecast : new DemandForecast[] {counts, amounts}) {
            for (double amount : new double[] {0, 1, 2.5, 45, 60}) {
                var demand = forecast.at(3);

                double net = demand.expectedLeft(amount) - demand.expectedAbove(amount);

                assertThat(net).isEqualTo(amount - demand.mean(), within(.01 * (1 + demand.mean())));
            }
        }
    }

    @Test
    void a_lead_time_adds_up_means_and_some_of_the_spread() {
        for (var forecast : new DemandForecast[] {counts, amounts}) {
            var sum = forecast.over(1, 8);
            double deviation = forecast.at(4).standardDeviation();

            assertThat(sum.mean())
                    .isEqualTo(Arrays.stream(forecast.means()).limit(7).sum(), within(1e-9));
            assertThat(sum.standardDeviation())
                    .isBetween(.99 * Math.sqrt(7) * forecast.at(1).standardDeviation(), 7.1 * deviation);
        }
    }

    @Test
    void a_lead_time_agrees_with_the_sums_of_many_paths() {
        for (var forecast : new DemandForecast[] {counts, amounts}) {
            var sums = Arrays.stream(forecast.paths(4000, 11))
                    .mapToDouble(path -> Arrays.stream(path, 2, 9).sum())
                    .sorted()
                    .toArray();

            var demand = forecast.over(3, 10);

            double spread = demand.standardDeviation();
            assertThat(Arrays.stream(sums).average().orElseThrow()).isEqualTo(demand.mean(), within(.1 * spread));
            assertThat(sums[400]).isEqualTo(demand.quantile(.1), within(.25 * spread));
            assertThat(sums[2000]).isEqualTo(demand.quantile(.5), within(.25 * spread));
            assertThat(sums[3900]).isEqualTo(demand.quantile(.975), within(.35 * spread));
        }
    }

    @Test
    void a_lead_time_of_one_step_is_that_step_and_of_none_is_nothing() {
        assertThat(counts.over(2, 3).quantile(.9)).isEqualTo(counts.quantile(2, .9));
        assertThat(amounts.over(2, 3)).isEqualTo(amounts.at(2));
        assertThat(amounts.over(3, 3).mean()).isZero();
        assertThat(amounts.over(3, 3).quantile(.99)).isZero();
    }

    @Test
    void each_step_of_many_paths_has_the_quantiles_of_the_step() {
        var last = Arrays.stream(amounts.paths(4000, 5))
                .mapToDouble(path -> path[13])
                .sorted()
                .toArray();

        assertThat(last[400]).isCloseTo(amounts.quantile(14, .1), Percentage.withPercentage(3));
        assertThat(last[3600]).isCloseTo(amounts.quantile(14, .9), Percentage.withPercentage(3));
    }

    @Test
    void paths_depend_on_seed_and_row_alone() {
        assertThat(counts.paths(3, 8)[1]).isEqualTo(counts.paths(100, 8)[1]);
        assertThat(counts.paths(20, 8)).isNotEqualTo(counts.paths(20, 9));
        assertThat(counts.paths(0, 8)).isEmpty();
    }

    @Test
    void a_random_walk_grows_uncertain_with_the_root_of_time() {
        var draw = Draws.of(4).keyed("walk", "mug", 0);
        var values = new double[400];
        for (int i = 1; i < values.length; i++) {
            values[i] = values[i - 1] + draw.nextGaussian();
        }

        var forecast = SeasonalNaive.naive().forecast(TimeSeries.of("walk", values), 16);

        double first = forecast.at(1).standardDeviation();
        assertThat(forecast.at(16).standardDeviation()).isEqualTo(4 * first, within(1.2 * first));
        assertThat(forecast.over(1, 17).standardDeviation()).isGreaterThan(30 * first);
    }

    @Test
    void says_where_it_came_from() {
        var history = TimeSeries.of("jar", 4, 9, 5, 6, 3, 8, 2, 7, 74_215, 5, 6, 4)
                .withCalendar(PeriodCalendar.daily(LocalDate.of(2025, 1, 1)));

        var card = new Theta().forecast(history, 2).card();

        assertThat(card.name()).isEqualTo("theta");
        assertThat(card.settings()).containsKeys("alpha", "drift").containsEntry("giant_values_cut", "1");
        assertThat(card.data()).hasValueSatisfying(range -> {
            assertThat(range.first()).isEqualTo("2025-01-01");
            assertThat(range.last()).isEqualTo("2025-01-12");
            assertThat(range.observations()).isEqualTo(12);
        });
    }

    @Test
    void steps_and_levels_beyond_the_forecast_are_refused() {
        assertThatThrownBy(() -> amounts.mean(0)).hasMessageContaining("count from 1");
        assertThatThrownBy(() -> amounts.at(15)).hasMessageContaining("1 to 14");
        assertThatThrownBy(() -> amounts.over(5, 16)).hasMessageContaining("Maybe the horizon");
        assertThatThrownBy(() -> amounts.over(5, 4)).hasMessageContaining("5 to before 4");
        assertThatThrownBy(() -> amounts.quantile(1, 1)).hasMessageContaining("level (1.0)");
        assertThatThrownBy(() -> counts.quantile(1, 95)).hasMessageContaining("Maybe percent");
        assertThatThrownBy(() -> new Theta().forecast(TimeSeries.of("mug", 1), 0))
                .hasMessageContaining("horizon (0)");
    }
}
