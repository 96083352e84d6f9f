package dev.storetwin.core.forecast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.model.ModelCard;
import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SpreadForecastTest {

    private final DemandForecast counts = forecast(.75, Support.COUNT, 1.3, .05);
    private final DemandForecast amounts = forecast(50.5, Support.NON_NEGATIVE, 10, .05);

    /** Fourteen steps around one mean, their variance growing by a share with each. */
    private static DemandForecast forecast(double mean, Support support, double deviation, double growth) {
        var means = new double[14];
        var deviations = new double[14];
        Arrays.fill(means, mean);
        Arrays.setAll(deviations, i -> deviation * Math.sqrt(1 + i * growth));
        var draw = Draws.of(3).keyed("errors", "mug", 0);
        var errors = new double[200];
        Arrays.setAll(errors, i -> draw.nextGaussian());
        return new SpreadForecast(
                "mug",
                means,
                Spread.of(deviations, growth),
                ErrorShape.of(errors),
                support,
                ModelCard.of("mean", "1"),
                "");
    }

    @Test
    void few_units_are_foretold_in_whole_units() {
        assertThat(counts.at(1).mean()).isEqualTo(.75, within(1e-9));
        assertThat(counts.quantile(1, .975)).isBetween(3.0, 6.0);
        assertThat(counts.quantile(1, .5)).isZero();
        assertThat(counts.at(1).probabilityAtMost(0)).isEqualTo(.6, within(.1));
    }

    @Test
    void amounts_scatter_as_their_errors_did() {
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
    void what_a_drifting_level_adds_is_shared_by_the_steps_after_it() {
        var walk = forecast(50, Support.REAL, 1, 1);

        assertThat(walk.over(1, 3).standardDeviation()).isEqualTo(Math.sqrt(4 + 1), within(1e-9));
    }

    @Test
    void the_growth_of_deviations_is_found_again() {
        assertThat(Spread.growthOf(new double[] {2, 2 * Math.sqrt(1.3), 2 * Math.sqrt(1.6)}))
                .isEqualTo(.3, within(1e-12));
        assertThat(Spread.growthOf(new double[] {0, 1})).isZero();
        assertThat(Spread.growthOf(new double[] {3, 2})).isZero();
    }

    @Test
    void whole_units_and_signs_are_kept() {
        assertThat(forecast(500.3, Support.WHOLE, 30, 0).quantile(1, .9)).matches(it -> it == Math.rint(it));
        assertThat(forecast(1, Support.REAL, 30, 0).quantile(1, .1)).isNegative();
        assertThat(forecast(-2, Support.NON_NEGATIVE, 1, 0).mean(1)).isZero();
        assertThat(SpreadForecast.unknown("mug", 3, ModelCard.of("mean", "1")).quantile(3, .9))
                .isZero();
    }

    @Test
    void steps_and_levels_beyond_the_forecast_are_refused() {
        assertThatThrownBy(() -> amounts.mean(0)).hasMessageContaining("count from 1");
        assertThatThrownBy(() -> amounts.at(15)).hasMessageContaining("1 to 14");
        assertThatThrownBy(() -> amounts.over(5, 16)).hasMessageContaining("Maybe the horizon");
        assertThatThrownBy(() -> amounts.over(5, 4)).hasMessageContaining("5 to before 4");
        assertThatThrownBy(() -> amounts.quantile(1, 1)).hasMessageContaining("level (1.0)");
        assertThatThrownBy(() -> counts.quantile(1, 95)).hasMessageContaining("Maybe percent");
    }
}
