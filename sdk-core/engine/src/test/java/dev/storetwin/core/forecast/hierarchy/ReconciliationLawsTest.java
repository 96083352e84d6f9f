package dev.storetwin.core.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.forecast.Hierarchy;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every reconciliation of every hierarchy. */
class ReconciliationLawsTest {

    private static final int TRIES = 60;

    @Property(tries = TRIES)
    void the_answer_is_coherent(
            @ForAll ErrorWeights weights, @ForAll @IntRange(min = 1, max = 60) int series, @ForAll long seed) {
        var forecasts = forecasts(series, seed);

        assertCoherent(
                forecasts.hierarchy(), Reconciliation.minimumTrace(weights).reconcile(forecasts));
        assertCoherent(
                forecasts.hierarchy(), Reconciliation.nonNegative(weights).reconcile(forecasts));
        assertCoherent(forecasts.hierarchy(), Reconciliation.topDown().reconcile(forecasts));
        assertCoherent(forecasts.hierarchy(), Reconciliation.bottomUp().reconcile(forecasts));
    }

    @Property(tries = TRIES)
    void coherent_forecasts_stay_as_they_are(
            @ForAll ErrorWeights weights, @ForAll @IntRange(min = 1, max = 60) int series, @ForAll long seed) {
        var forecasts = forecasts(series, seed);
        var coherent = Reconciliation.bottomUp().reconcile(forecasts);

        var again = Reconciliation.nonNegative(weights)
                .reconcile(new NodeForecasts(forecasts.hierarchy(), coherent, forecasts.errors()));

        for (int node = 0; node < coherent.length; node++) {
            assertThat(again[node]).containsExactly(coherent[node], within(1e-9 * (1 + coherent[0][0])));
        }
    }

    @Property(tries = TRIES)
    void another_unit_changes_the_unit_only(
            @ForAll ErrorWeights weights, @ForAll @IntRange(min = 1, max = 40) int series, @ForAll long seed) {
        var one = forecasts(series, seed);
        var four = new NodeForecasts(
                one.hierarchy(), ReconciliationTest.scaled(one.means(), 4), ReconciliationTest.scaled(one.errors(), 4));

        var expected =
                ReconciliationTest.scaled(Reconciliation.nonNegative(weights).reconcile(one), 4);

        var rows = Reconciliation.nonNegative(weights).reconcile(four);
        for (int node = 0; node < rows.length; node++) {
            assertThat(rows[node]).containsExactly(expected[node], within(1e-9 * (1 + expected[0][0])));
        }
    }

    /** The conditions of Karush, Kuhn and Tucker: no value is negative, no gradient either, and one of the two is zero. */
    @Property(tries = TRIES)
    void non_negative_forecasts_are_the_best_of_their_kind(
            @ForAll ErrorWeights weights, @ForAll @IntRange(min = 2, max = 60) int series, @ForAll long seed) {
        var hierarchy = MadeUp.hierarchy(series, seed);
        var forecasts = pulledDown(MadeUp.forecasts(hierarchy, 2, 25, seed));
        var covariance = weights.of(forecasts);

        var rows = new MinimumTrace(weights, true).reconcile(forecasts, covariance);

        var gradient = Dense.gradient(hierarchy, Dense.covariance(covariance), forecasts.means(), rows);
        double size = Math.sqrt(1 + Arrays.stream(rows[0]).sum());
        for (int i = 0; i < series; i++) {
            double deviation = Math.sqrt(covariance.diagonal()[hierarchy.sumCount() + i]);
            for (int step = 0; step < 2; step++) {
                double value = rows[hierarchy.sumCount() + i][step];
                double slope = gradient[i][step] * deviation;
                assertThat(value).isNotNegative();
                assertThat(slope).isGreaterThan(-1e-7 * size);
                assertThat(value == 0 || Math.abs(slope) < 1e-7 * size)
                        .as("value %s, slope %s", value, slope)
                        .isTrue();
            }
        }
    }

    /** Sums far below what their series say push many of these to zero. */
    private static NodeForecasts pulledDown(NodeForecasts forecasts) {
        for (int node = 0; node < forecasts.hierarchy().sumCount(); node++) {
            for (int step = 0; step < forecasts.steps(); step++) {
                forecasts.means()[node][step] *= .4;
            }
        }
        return forecasts;
    }

    private static NodeForecasts forecasts(int series, long seed) {
        return MadeUp.forecasts(MadeUp.hierarchy(series, seed), 3, 20, seed);
    }

    private static void assertCoherent(Hierarchy hierarchy, double[][] rows) {
        for (int step = 0; step < rows[0].length; step++) {
            int column = step;
            var nodes = Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
            var sums = hierarchy.sums(Arrays.copyOfRange(nodes, hierarchy.sumCount(), nodes.length));
            double size = Arrays.stream(sums).map(Math::abs).max().orElse(0);
            assertThat(nodes).containsExactly(sums, within(1e-9 * size + 1e-300));
        }
    }
}
