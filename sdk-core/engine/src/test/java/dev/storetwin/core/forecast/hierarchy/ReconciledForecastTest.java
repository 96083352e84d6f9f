package dev.storetwin.core.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.Hierarchy;
import dev.storetwin.forecast.QuantileLevels;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciledForecastTest {

    private static final QuantileLevels LEVELS = QuantileLevels.of(.005, .025, .1, .25, .5, .75, .9, .975, .995);

    private final DemandForecast counts =
            ForecastMethods.usual().forecast(TimeSeries.of("counts", 3, 0, 2, 4, 1, 0, 3, 2, 5, 1, 2, 0, 3), 3);

    @Test
    void the_mean_is_the_new_one_and_the_spread_goes_along() {
        double old = counts.mean(1);
        var less = ReconciledForecast.of(counts, old / 2, old, old * 4);

        assertThat(less.means()).containsExactly(old / 2, old, old * 4);
        assertThat(less.at(1).standardDeviation()).isEqualTo(counts.at(1).standardDeviation() / 2, within(1e-12));
        assertThat(less.at(3).standardDeviation())
                .isEqualTo(counts.at(3).standardDeviation() * 2 * Math.sqrt(old / counts.mean(3)), within(1e-9));
        assertThat(less.quantile(2, .9)).isEqualTo(counts.quantile(2, .9), within(1e-12));
    }

    @Test
    void quantiles_neither_cross_nor_fall_below_zero() {
        for (double factor : new double[] {0, 1e-9, .3, 1, 2, 1000}) {
            var means = Arrays.stream(counts.means()).map(it -> it * factor).toArray();
            var moved = ReconciledForecast.of(counts, means);

            for (var row : moved.quantiles(LEVELS)) {
                assertThat(Arrays.stream(row)).isSorted().allMatch(it -> it >= 0 && it < 1e9);
            }
            assertThat(moved.over(1, 4).quantile(.01)).isNotNegative();
            assertThat(moved.over(1, 4).mean()).isEqualTo(Arrays.stream(means).sum(), within(1e-9 * factor));
            assertThat(Arrays.stream(moved.paths(50, 1)).flatMapToDouble(Arrays::stream))
                    .allMatch(it -> it >= 0);
        }
    }

    @Test
    void probability_and_quantile_are_of_the_same_distribution() {
        var demand = ReconciledForecast.of(counts, 5, 5, 5).at(1);

        assertThat(demand.probabilityAtMost(demand.quantile(.7) + 1e-9)).isGreaterThanOrEqualTo(.7);
        assertThat(demand.probabilityAtMost(demand.quantile(.7) - 1e-9)).isLessThan(.7);
        assertThat(demand.expectedAbove(0)).isEqualTo(5, within(1e-9));
        assertThat(demand.expectedLeft(5)).isEqualTo(demand.expectedAbove(5), within(1e-9));
    }

    @Test
    void a_forecast_of_nothing_becomes_certain_of_what_it_is_told() {
        var nothing = ForecastMethods.usual().forecast(TimeSeries.of("new"), 1);

        var demand = ReconciledForecast.of(nothing, 2).at(1);

        assertThat(demand.mean()).isEqualTo(2);
        assertThat(demand.quantile(.5)).isEqualTo(2);
    }

    @Test
    void means_that_do_not_fit_are_refused() {
        assertThatThrownBy(() -> ReconciledForecast.of(counts, 1, 2)).hasMessageContaining("3 steps");
        assertThatThrownBy(() -> ReconciledForecast.of(counts, 1, 2, Double.NaN))
                .hasMessageContaining("finite");
    }

    @Test
    void forecasts_of_a_shop_add_up() {
        var hierarchy = Hierarchy.builder("kind")
                .add("a", "x")
                .add("b", "x")
                .add("c", "y")
                .build();
        var series = List.of(
                TimeSeries.of("c", 4, 5, 3, 6, 4, 5, 4, 6),
                TimeSeries.of("a", 1, 0, 2, 1, 0, 1, 3, 0),
                TimeSeries.of("b", 9, 7, 8, 9, 8, 7, 9, 8));
        var histories = HierarchyForecasts.histories(hierarchy, series);
        var forecasts = histories.stream()
                .map(it -> ForecastMethods.usual().forecast(it, 4))
                .toList();

        var coherent = HierarchyForecasts.reconcile(
                hierarchy, forecasts, new double[6][0], Reconciliation.nonNegative(ErrorWeights.STRUCTURAL));

        assertThat(histories.get(0).values()).containsExactly(14, 12, 13, 16, 12, 13, 16, 14);
        assertThat(histories.get(1).name()).isEqualTo("kind=x");
        assertThat(coherent.get(0).mean(4))
                .isEqualTo(coherent.get(1).mean(4) + coherent.get(2).mean(4), within(1e-9));
        assertThat(coherent.get(1).mean(2))
                .isEqualTo(coherent.get(3).mean(2) + coherent.get(4).mean(2), within(1e-9));
        assertThat(coherent.get(0).reason()).contains("reconciled");
    }

    @Test
    void a_sum_is_unknown_where_a_series_is() {
        var pair = Hierarchy.builder().add("a").add("b").build();

        var sum = HierarchyForecasts.histories(
                        pair,
                        List.of(
                                TimeSeries.of("a", 1, Double.NaN, 3),
                                TimeSeries.of("b", 1, 2, 3).withInStock(true, true, false)))
                .get(0);

        assertThat(sum.values()).containsExactly(2, Double.NaN, 6);
        assertThat(sum.isKnown(2)).isFalse();
        assertThatThrownBy(() -> HierarchyForecasts.histories(pair, List.of(TimeSeries.of("a", 1))))
                .hasMessageContaining("1 of the hierarchy's 2 series");
    }
}
