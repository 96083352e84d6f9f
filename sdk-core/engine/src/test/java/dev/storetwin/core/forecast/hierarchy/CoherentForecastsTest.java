package dev.storetwin.core.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.panel.ForecastBatch;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.Hierarchy;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoherentForecastsTest {

    private static final Hierarchy HIERARCHY = Hierarchy.builder("level1")
            .add("a", "x")
            .add("b", "x")
            .add("c", "y")
            .build();

    private static TimeSeries series(String name, int level, int swing) {
        return TimeSeries.of(
                name,
                IntStream.range(0, 40)
                        .mapToDouble(it -> level + (it * 7 % 5 - 2) * swing)
                        .toArray());
    }

    private static List<DemandForecast> forecasts(List<TimeSeries> series) {
        return ForecastBatch.of(ForecastMethods.named("ses").orElseThrow()).forecast(series, 3);
    }

    private static List<DemandForecast> reconciled(List<TimeSeries> series, List<TimeSeries> sums) {
        return CoherentForecasts.of(HIERARCHY, series, forecasts(sums), forecasts(series));
    }

    @Test
    void the_sums_are_the_total_and_the_groups() {
        var series = List.of(series("a", 10, 1), series("b", 20, 2), series("c", 30, 1));

        var sums = CoherentForecasts.sums(HIERARCHY, series);

        assertThat(sums).extracting(it -> it.value(0)).containsExactly(52.0, 24.0, 28.0);
    }

    @Test
    void the_less_sure_series_gives_way_to_a_total_that_says_more() {
        var series = List.of(series("a", 100, 1), series("b", 100, 20), series("c", 100, 1));
        var calm = List.of(series("t", 360, 1), series("x", 260, 1), series("y", 100, 1));

        var reconciled = reconciled(series, calm);

        assertThat(reconciled.get(1).mean(1) - forecasts(series).get(1).mean(1)).isGreaterThan(30);
        assertThat(reconciled.get(0).mean(1)).isBetween(98.0, 108.0);
    }

    @Test
    void nothing_is_below_zero_unless_sales_were() {
        var sold = List.of(series("a", 4, 2), series("b", 4, 1), series("c", 100, 1));
        var less = List.of(series("t", 60, 1), series("x", -40, 1), series("y", 100, 1));
        var returned = List.of(series("a", 1, 2), series("b", 4, 1), series("c", 100, 1));

        assertThat(reconciled(sold, less)).allSatisfy(it -> assertThat(it.means())
                .matches(m -> Arrays.stream(m).allMatch(mean -> mean >= 0)));
        assertThat(reconciled(returned, less).get(0).mean(1)).isNegative();
    }
}
