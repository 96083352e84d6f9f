package dev.storetwin.core.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.forecast.Hierarchy;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationTest {

    private static final Hierarchy PAIR = Hierarchy.builder().add("a").add("b").build();
    private static final Hierarchy TREE = Hierarchy.builder("category")
            .add("tea", "drinks")
            .add("rye", "food")
            .add("milk", "drinks")
            .build();

    private static double[][] column(double... values) {
        return Arrays.stream(values).mapToObj(it -> new double[] {it}).toArray(double[][]::new);
    }

    private static double[] first(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
    }

    private static void assertClose(double[][] rows, double[][] expected, double tolerance) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(rows[i]).as("node %d", i).containsExactly(expected[i], within(tolerance));
        }
    }

    @Test
    void bottom_up_forgets_the_forecasts_of_the_sums() {
        var forecasts = NodeForecasts.of(TREE, column(99, 98, 97, 1, 2, 4));

        assertThat(first(Reconciliation.bottomUp().reconcile(forecasts))).containsExactly(7, 5, 2, 1, 2, 4);
    }

    @Test
    void top_down_hands_each_share_down_level_by_level() {
        // Drinks 60 and food 20 of 80 become 75 and 25 of 100; drinks are shared 1 : 2.
        var forecasts = NodeForecasts.of(TREE, column(100, 60, 20, 10, 7, 20));

        assertThat(first(Reconciliation.topDown().reconcile(forecasts))).containsExactly(100, 75, 25, 25, 25, 50);
    }

    @Test
    void top_down_shares_alike_where_no_sibling_is_forecast() {
        var forecasts = NodeForecasts.of(TREE, column(100, 60, 20, 0, 7, -3));

        assertThat(first(Reconciliation.topDown().reconcile(forecasts))).containsExactly(100, 75, 25, 37.5, 25, 37.5);
    }

    @Test
    void top_down_by_history_keeps_the_same_shares_at_every_step() {
        var forecasts = NodeForecasts.of(PAIR, new double[][] {{8, 4}, {1, 9}, {1, 9}});

        assertClose(
                Reconciliation.topDown(30, 10).reconcile(forecasts), new double[][] {{8, 4}, {6, 3}, {2, 1}}, 1e-12);
    }

    /** The total is 1 too much; of three equal weights each takes a third of the gap: the total down, the series up. */
    @Test
    void equal_weights_share_the_gap_alike() {
        var forecasts = NodeForecasts.of(PAIR, column(10, 4, 3));

        assertThat(first(Reconciliation.minimumTrace(ErrorWeights.EQUAL).reconcile(forecasts)))
                .containsExactly(new double[] {9, 5, 4}, within(1e-10));
    }

    /** A gap of 4 against variances 2, 1 and 1: the total gives 2, each series 1. */
    @Test
    void structural_weights_let_the_total_give_as_much_as_its_series_together() {
        var forecasts = NodeForecasts.of(PAIR, column(10, 4, 2));

        assertThat(first(Reconciliation.minimumTrace(ErrorWeights.STRUCTURAL).reconcile(forecasts)))
                .containsExactly(new double[] {8, 5, 3}, within(1e-10));
    }

    /** A gap of 6 against mean squared errors 1, 1 and 4: shared as these. */
    @Test
    void variances_make_the_surer_forecast_give_less() {
        var errors = new double[][] {{1, -1, 1, -1}, {1, 1, -1, -1}, {2, -2, -2, 2}};
        var forecasts = new NodeForecasts(PAIR, column(16, 6, 4), errors);

        assertThat(first(Reconciliation.minimumTrace(ErrorWeights.VARIANCE).reconcile(forecasts)))
                .containsExactly(new double[] {15, 7, 8}, within(1e-10));
    }

    @ParameterizedTest
    @EnumSource(ErrorWeights.class)
    void crossed_and_ragged_levels_agree_with_whole_matrices(ErrorWeights weights) {
        var hierarchy = MadeUp.hierarchy(40, 3);
        var forecasts = MadeUp.forecasts(hierarchy, 5, 30, 3);

        var expected = Dense.reconciled(hierarchy, Dense.covariance(weights.of(forecasts)), forecasts.means());

        assertClose(Reconciliation.minimumTrace(weights).reconcile(forecasts), expected, 1e-9);
    }

    @Test
    void errors_that_go_together_are_used() {
        var hierarchy = MadeUp.hierarchy(20, 5);
        var forecasts = MadeUp.forecasts(hierarchy, 2, 60, 5);

        var covariance = ErrorWeights.SHRUNK.of(forecasts);

        assertThat(covariance.rank()).isEqualTo(60);
        assertThat(Reconciliation.minimumTrace(ErrorWeights.SHRUNK).reconcile(forecasts)[0][0])
                .isNotCloseTo(
                        Reconciliation.minimumTrace(ErrorWeights.VARIANCE).reconcile(forecasts)[0][0], within(1e-6));
    }

    /** Errors of one cause leave all but one direction nearly certain: the worst case for the low rank. */
    @Test
    void errors_of_a_single_cause_agree_with_whole_matrices() {
        var hierarchy = MadeUp.hierarchy(40, 7);
        var made = MadeUp.forecasts(hierarchy, 3, 60, 7);
        var errors = new double[made.errors().length][60];
        for (int node = 0; node < errors.length; node++) {
            for (int t = 0; t < 60; t++) {
                errors[node][t] = (1 + made.means()[node][0]) * (made.errors()[0][t] + 1e-3 * made.errors()[1][59 - t]);
            }
        }
        var forecasts = new NodeForecasts(hierarchy, made.means(), errors);
        var covariance = ErrorWeights.SHRUNK.of(forecasts);

        var rows = Reconciliation.minimumTrace(ErrorWeights.SHRUNK).reconcile(forecasts);

        var expected = Dense.reconciled(hierarchy, Dense.covariance(covariance), forecasts.means());
        assertClose(rows, expected, 1e-8 * expected[0][0]);
    }

    @ParameterizedTest
    @EnumSource(ErrorWeights.class)
    void one_series_alone_agrees_with_its_total(ErrorWeights weights) {
        var alone = Hierarchy.builder("category").add("a", "x").build();
        var forecasts = NodeForecasts.of(alone, column(3, 3, 3));

        assertThat(first(Reconciliation.nonNegative(weights).reconcile(forecasts)))
                .containsExactly(new double[] {3, 3, 3}, within(1e-10));
    }

    @ParameterizedTest
    @EnumSource(ErrorWeights.class)
    void forecasts_of_nothing_with_errors_of_nothing_stay_nothing(ErrorWeights weights) {
        var forecasts = new NodeForecasts(TREE, new double[6][3], new double[6][12]);

        assertThat(Reconciliation.nonNegative(weights).reconcile(forecasts)).isDeepEqualTo(new double[6][3]);
    }

    @ParameterizedTest
    @EnumSource(ErrorWeights.class)
    void errors_that_are_nearly_all_unknown_still_give_an_answer(ErrorWeights weights) {
        var errors = new double[6][20];
        Arrays.stream(errors).forEach(row -> Arrays.fill(row, Double.NaN));
        errors[3][7] = 2;
        errors[4] = new double[] {1, -1, 2, 1, -2};
        errors[5] = new double[0];

        var rows = Reconciliation.nonNegative(weights)
                .reconcile(new NodeForecasts(TREE, column(9, 5, 3, 2, 2, 2), errors));

        assertThat(Arrays.stream(first(rows))).allMatch(it -> it >= 0 && it < 10);
    }

    @ParameterizedTest
    @EnumSource(ErrorWeights.class)
    void huge_and_tiny_forecasts_are_reconciled_alike(ErrorWeights weights) {
        var hierarchy = MadeUp.hierarchy(12, 9);
        var plain = MadeUp.forecasts(hierarchy, 2, 25, 9);
        var usual = Reconciliation.nonNegative(weights).reconcile(plain);
        for (double unit : new double[] {1e15, 1e-12}) {
            var scaled = new NodeForecasts(hierarchy, scaled(plain.means(), unit), scaled(plain.errors(), unit));

            var rows = Reconciliation.nonNegative(weights).reconcile(scaled);

            assertClose(scaled(rows, 1 / unit), usual, 1e-8);
        }
    }

    static double[][] scaled(double[][] rows, double factor) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(it -> it * factor).toArray())
                .toArray(double[][]::new);
    }

    @Test
    void what_is_not_a_number_is_refused() {
        assertThatThrownBy(() -> NodeForecasts.of(PAIR, column(1, Double.NaN, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN")
                .hasMessageContaining("key=a");
        assertThatThrownBy(() -> NodeForecasts.of(PAIR, column(1, 2))).hasMessageContaining("hierarchy of 3 nodes");
        assertThatThrownBy(() -> Reconciliation.topDown(0, 0)).hasMessageContaining("share nothing out");
    }
}
