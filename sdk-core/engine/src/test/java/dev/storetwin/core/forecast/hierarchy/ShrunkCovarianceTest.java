package dev.storetwin.core.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.Hierarchy;
import org.junit.jupiter.api.Test;

class ShrunkCovarianceTest {

    /** The variance of each sample correlation by its square, summed pair by pair as Schaefer and Strimmer write it. */
    @Test
    void intensity_agrees_with_the_sum_over_all_pairs() {
        var forecasts = MadeUp.forecasts(MadeUp.hierarchy(15, 4), 1, 40, 4);
        var errors = ShrunkCovariance.standardised(forecasts.errors(), ErrorVariances.of(forecasts));
        int periods = errors[0].length;
        double variance = 0;
        double squares = 0;
        for (int i = 0; i < errors.length; i++) {
            for (int j = 0; j < errors.length; j++) {
                if (i != j) {
                    double mean = 0;
                    for (int t = 0; t < periods; t++) {
                        mean += errors[i][t] * errors[j][t] / periods;
                    }
                    for (int t = 0; t < periods; t++) {
                        double deviation = errors[i][t] * errors[j][t] - mean;
                        variance += deviation * deviation / (periods * (periods - 1.0));
                    }
                    squares += mean * mean;
                }
            }
        }

        assertThat(ShrunkCovariance.intensity(errors)).isEqualTo(variance / squares, within(1e-12));
    }

    @Test
    void variances_stay_what_they_are() {
        var forecasts = MadeUp.forecasts(MadeUp.hierarchy(10, 6), 1, 50, 6);

        var covariance = ShrunkCovariance.of(forecasts);

        var dense = Dense.covariance(covariance);
        var variances = ErrorVariances.of(forecasts).values();
        for (int node = 0; node < variances.length; node++) {
            assertThat(dense[node][node]).isEqualTo(variances[node], within(1e-9 * variances[node]));
        }
    }

    @Test
    void errors_unrelated_to_each_other_are_shrunk_nearly_all_the_way() {
        var errors = new double[30][80];
        for (int node = 0; node < 30; node++) {
            var draw = Draws.of(8).keyed("error", "node", node);
            for (int t = 0; t < 80; t++) {
                errors[node][t] = draw.nextGaussian();
            }
        }

        assertThat(ShrunkCovariance.intensity(errors)).isGreaterThan(.8);
    }

    @Test
    void errors_that_are_the_same_are_hardly_shrunk() {
        var errors = new double[30][80];
        for (int t = 0; t < 80; t++) {
            double common = Draws.of(8).keyed("error", "common", t).nextGaussian();
            for (int node = 0; node < 30; node++) {
                errors[node][t] = common;
            }
        }

        assertThat(ShrunkCovariance.intensity(errors)).isLessThan(.05);
    }

    @Test
    void a_series_without_errors_is_expected_to_err_as_the_others_of_its_size() {
        var hierarchy = Hierarchy.builder().add("old").add("new").build();
        var errors = new double[][] {{}, {2, -2, 2, -2}, {}};

        var variances = ErrorVariances.of(new NodeForecasts(hierarchy, new double[][] {{9}, {4}, {8}}, errors));

        // Variance 4 at mean 4, so 8 at mean 8; the total has both.
        assertThat(variances.values()).containsExactly(12, 4, 8);
    }
}
