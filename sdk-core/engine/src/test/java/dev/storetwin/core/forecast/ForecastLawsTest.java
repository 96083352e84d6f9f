package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.QuantileLevels;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

/** What holds for every method on every history. */
@Domain(Histories.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class ForecastLawsTest {

    private static final QuantileLevels LEVELS =
            QuantileLevels.of(1e-6, .005, .025, .1, .25, .5, .75, .9, .975, .995, 1 - 1e-6);

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 40)
    void quantiles_never_cross_and_are_numbers(
            @ForAll TimeSeries history, @ForAll @IntRange(min = 1, max = 90) int horizon) {
        for (var method : DegenerateHistoriesTest.methods()) {
            var forecast = method.forecast(history, horizon);

            assertThat(forecast.horizon()).isEqualTo(horizon);
            assertThat(Arrays.stream(forecast.means())).allMatch(Double::isFinite);
            for (var row : forecast.quantiles(LEVELS)) {
                assertThat(Arrays.stream(row)).isSorted().allMatch(Double::isFinite);
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 40)
    void nothing_is_negative_where_nothing_was(@ForAll TimeSeries history) {
        if (IntStream.range(0, history.size()).noneMatch(i -> history.isKnown(i) && history.value(i) < 0)) {
            for (var method : DegenerateHistoriesTest.methods()) {
                var forecast = method.forecast(history, 9);

                assertThat(Arrays.stream(forecast.means())).allMatch(mean -> mean >= 0);
                assertThat(forecast.quantile(9, .001)).isNotNegative();
                assertThat(forecast.over(2, 8).quantile(.001)).isNotNegative();
                assertThat(Arrays.stream(forecast.paths(3, 1)).flatMapToDouble(Arrays::stream))
                        .allMatch(value -> value >= 0);
            }
        }
    }

    @Test
    void what_came_back_while_there_was_nothing_to_sell_is_no_demand_below_zero() {
        var history = TimeSeries.of("mug", 15.63, -15.68, 14.05, 26.61, .04, 20.33, 4.05, -1.19, 16.13)
                .withInStock(true, false, true, false, true, false, true, false, true);

        assertThat(ForecastMethods.usual().forecast(history, 9).quantile(9, .001))
                .isNotNegative();
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 40)
    void lead_time_demand_is_a_distribution(@ForAll TimeSeries history, @ForAll @IntRange(min = 1, max = 13) int to) {
        for (var method : DegenerateHistoriesTest.methods()) {
            var demand = method.forecast(history, 12).over(1, to);

            assertThat(demand.mean()).isFinite();
            assertThat(demand.standardDeviation()).isFinite().isNotNegative();
            assertThat(LEVELS.levels().stream().map(demand::quantile))
                    .isSorted()
                    .allMatch(Double::isFinite);
            assertThat(demand.probabilityAtMost(demand.quantile(.9)))
                    .as(method.name())
                    .isBetween(.9 - 1e-6, 1.0);
            assertThat(demand.expectedAbove(demand.quantile(.5))).isFinite().isNotNegative();
        }
    }

    /** A power of two, so that not even rounding differs; and never whole, for a third of an item is not a count. */
    @Property(edgeCases = EdgeCasesMode.NONE, tries = 40)
    void another_unit_of_measure_changes_the_unit_only(@ForAll TimeSeries history) {
        var uneven = scaled(history, 1, .375);
        var fourfold = scaled(history, 4, 1.5);
        for (var method : DegenerateHistoriesTest.methods()) {
            var one = method.forecast(uneven, 8);
            var four = method.forecast(fourfold, 8);

            assertThat(four.card().name()).isEqualTo(one.card().name());
            for (int step = 1; step <= 8; step++) {
                assertThat(four.mean(step)).isEqualTo(4 * one.mean(step));
                assertThat(four.quantile(step, .9)).isEqualTo(4 * one.quantile(step, .9));
            }
        }
    }

    private static TimeSeries scaled(TimeSeries history, double factor, double addend) {
        var values = Arrays.stream(history.values())
                .map(value -> Math.rint(value) * factor + addend)
                .toArray();
        return TimeSeries.of(history.name(), values)
                .withInStock(history.inStock())
                .withSeasonality(history.seasonality());
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 40)
    void the_same_question_gets_the_same_answer(@ForAll TimeSeries history) {
        for (var method : DegenerateHistoriesTest.methods()) {
            assertSame(method.forecast(history, 5), method.forecast(history, 5));
        }
    }

    private static void assertSame(DemandForecast one, DemandForecast other) {
        assertThat(other.means()).isEqualTo(one.means());
        assertThat(other.quantiles(LEVELS)).isDeepEqualTo(one.quantiles(LEVELS));
        assertThat(other.card()).isEqualTo(one.card());
        assertThat(other.reason()).isEqualTo(one.reason());
        assertThat(other.paths(2, 7)).isDeepEqualTo(one.paths(2, 7));
    }
}
