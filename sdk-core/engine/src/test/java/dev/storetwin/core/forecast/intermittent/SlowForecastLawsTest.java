package dev.storetwin.core.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.QuantileLevels;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** What holds for every method for slow sellers on every history. */
class SlowForecastLawsTest {

    private static final QuantileLevels LEVELS = QuantileLevels.of(1e-6, .005, .1, .5, .9, .995, 1 - 1e-6);

    @Provide
    Arbitrary<TimeSeries> histories() {
        var values = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(0.0)),
                Tuple.of(5, Arbitraries.integers().between(1, 20).map(Integer::doubleValue)),
                Tuple.of(1, Arbitraries.of(Double.NaN, -3.0, .25, 1e-12, 74_215.0, 1e15)));
        var seasons = Arbitraries.of(Seasonality.NONE, Seasonality.of(7), Seasonality.of(12));
        return values.array(Double[].class)
                .ofMaxSize(70)
                .map(it -> Arrays.stream(it).mapToDouble(Double::doubleValue).toArray())
                .flatMap(it -> seasons.map(season -> TimeSeries.of("any", it).withSeasonality(season)));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void quantiles_are_numbers_that_never_cross_and_never_fall_below_zero(@ForAll("histories") TimeSeries history) {
        for (var method : methods()) {
            var forecast = method.forecast(history, 5);

            assertThat(forecast.means()).hasSize(5);
            assertThat(Arrays.stream(forecast.means())).allMatch(mean -> mean >= 0 && Double.isFinite(mean));
            for (var row : forecast.quantiles(LEVELS)) {
                assertThat(Arrays.stream(row)).isSorted().allMatch(it -> it >= 0 && Double.isFinite(it));
            }
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void steps_together_have_the_mean_of_their_sum(@ForAll("histories") TimeSeries history) {
        for (var method : methods()) {
            var forecast = method.forecast(history, 6);
            var together = forecast.over(2, 7);
            double sum = IntStream.rangeClosed(2, 6).mapToDouble(forecast::mean).sum();

            assertThat(together.mean()).isCloseTo(sum, within(1e-9 * Math.max(1, sum)));
            assertThat(together.standardDeviation()).isFinite();
            assertThat(together.quantile(.99)).isGreaterThanOrEqualTo(together.quantile(.5));
            assertThat(forecast.over(3, 3).quantile(.999)).isZero();
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void more_futures_never_change_the_first_ones(@ForAll("histories") TimeSeries history) {
        for (var method : methods()) {
            var forecast = method.forecast(history, 4);
            var few = forecast.paths(3, 11);
            var many = method.forecast(history, 4).paths(9, 11);

            assertThat(Arrays.copyOf(many, 3)).isDeepEqualTo(few);
            assertThat(Arrays.stream(many).flatMapToDouble(Arrays::stream)).allMatch(it -> it >= 0);
        }
    }

    @Test
    void futures_are_like_the_distributions_that_they_are_drawn_from() {
        for (var method : methods()) {
            var forecast = method.forecast(sold("spare part", 60, .4), 6);
            var sums = Arrays.stream(forecast.paths(20_000, 5))
                    .mapToDouble(path -> Arrays.stream(path).sum())
                    .toArray();
            var together = forecast.over(1, 7);
            double mean = Arrays.stream(sums).average().orElseThrow();
            double variance = Arrays.stream(sums)
                    .map(it -> (it - mean) * (it - mean))
                    .average()
                    .orElseThrow();

            assertThat(mean).as(method.name()).isCloseTo(together.mean(), withinPercentage(4));
            assertThat(Math.sqrt(variance))
                    .as(method.name())
                    .isCloseTo(together.standardDeviation(), withinPercentage(8));
        }
    }

    @Test
    void the_expected_part_above_an_amount_is_what_the_probabilities_say() {
        var demand = SlowSellers.alone().forecast(sold("spare part", 60, .4), 3).at(2);

        assertThat(demand.expectedAbove(0)).isEqualTo(demand.mean());
        assertThat(demand.expectedAbove(-2)).isEqualTo(demand.mean() + 2);
        assertThat(demand.expectedAbove(1)).isEqualTo(demand.mean() - 1 + demand.probabilityAtMost(0), within(1e-6));
        assertThat(demand.expectedAbove(1e9)).isZero();
        assertThat(demand.probabilityAtMost(-1)).isZero();
        assertThat(demand.probabilityAtMost(1e9)).isOne();
    }

    @Test
    void what_is_counted_in_other_units_is_foretold_the_same() {
        var counts = sold("spare part", 60, .4);
        var grams = Arrays.stream(counts.values()).map(it -> it * 12.5).toArray();

        var inPieces = SlowSellers.alone().forecast(counts, 2).at(1);
        var inGrams =
                SlowSellers.alone().forecast(TimeSeries.of("grams", grams), 2).at(1);

        assertThat(inGrams.mean()).isCloseTo(12.5 * inPieces.mean(), withinPercentage(10));
        assertThat(inGrams.quantile(.975)).isCloseTo(12.5 * inPieces.quantile(.975), withinPercentage(25));
    }

    @Test
    void answers_for_histories_that_say_little_and_for_very_long_ones() {
        var unlike = List.of(
                TimeSeries.of("empty"),
                TimeSeries.of("unknown", Double.NaN, Double.NaN),
                TimeSeries.of("one", 3),
                TimeSeries.of("zeros", new double[40]),
                TimeSeries.of("huge", 1e15, 0, 1e15, 0, 0, 2e15),
                TimeSeries.of("tiny", 1e-12, 0, 0, 2e-12),
                sold("long", 20_000, .3));
        for (var method : methods()) {
            for (var history : unlike) {
                var forecast = method.forecast(history, 400);

                assertThat(forecast.mean(400)).isFinite().isNotNegative();
                assertThat(forecast.over(1, 401).quantile(.995)).isFinite().isNotNegative();
                assertThat(forecast.reason()).isNotBlank();
            }
        }
    }

    @Test
    void what_sells_the_same_in_every_period_is_foretold_almost_without_doubt() {
        var constant = new double[48];
        Arrays.fill(constant, 4);

        var demand =
                SlowSellers.alone().forecast(TimeSeries.of("milk", constant), 1).at(1);

        assertThat(demand.mean()).isCloseTo(4, within(.3));
        assertThat(demand.quantile(.5)).isEqualTo(4);
    }

    @Test
    void a_seller_that_fades_is_expected_to_sell_less_than_it_did() {
        var fading = IntStream.range(0, 48)
                .mapToDouble(i -> i < 24 || i % 12 == 0 ? 3 : 0)
                .toArray();

        assertThat(SlowSellers.alone()
                        .forecast(TimeSeries.of("old model", fading), 1)
                        .mean(1))
                .isLessThan(1);
    }

    @Test
    void a_horizon_of_nothing_is_a_mistake() {
        for (var method : methods()) {
            assertThatThrownBy(() -> method.forecast(TimeSeries.of("part", 1, 2), 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("horizon (0)");
        }
    }

    @Test
    void the_order_of_the_peers_does_not_matter() {
        var peers = new ArrayList<TimeSeries>();
        for (int i = 0; i < 30; i++) {
            peers.add(sold("part " + i, 50, .1 + .02 * i));
        }
        var forecast = SlowSellers.alone().among(peers, 4).forecast(peers.get(3), 4);
        var one = peers.get(3);
        java.util.Collections.reverse(peers);

        assertThat(SlowSellers.alone().among(peers, 4).forecast(one, 4).means()).isEqualTo(forecast.means());
    }

    private static List<DemandForecaster> methods() {
        var methods = new ArrayList<>(IntermittentMethods.all());
        methods.add(SlowSellers.alone()
                .among(
                        IntStream.range(0, 12)
                                .mapToObj(i -> sold("peer " + i, 40, .2 + .05 * i))
                                .toList(),
                        5));
        return methods;
    }

    private static TimeSeries sold(String name, int periods, double chance) {
        var draw = Draws.of(3).keyed("sale", name, 0);
        return TimeSeries.of(
                name,
                IntStream.range(0, periods)
                        .mapToDouble(i -> draw.nextBoolean(chance) ? 1 + draw.nextInt(4) : 0)
                        .toArray());
    }
}
