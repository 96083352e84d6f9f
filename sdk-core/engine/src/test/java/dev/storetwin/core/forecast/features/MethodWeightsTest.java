package dev.storetwin.core.forecast.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MethodWeightsTest {

    private static final String TEXT = """
            storetwin-weights 1
            provenance by hand, for a test
            methods theta ets mean
            feature zero_share 0 0.9 0.5 0.25
            feature length 1 6 3 1
            bias theta 1
            weight mean zero_share 2
            weight ets length -0.5
            end
            """;

    private final MethodWeights weights = MethodWeights.parse(TEXT);

    @Test
    void weights_are_the_softmax_of_a_weighted_sum() {
        var features = SeriesFeatures.of(new double[] {0, 0, 0, 1, 2, 3, 4, 0}, 1);

        var shares = weights.weigh(features).orElseThrow();

        double theta = StrictMath.exp(1);
        double ets = StrictMath.exp(-.5 * (StrictMath.log(9) - 3));
        double mean = StrictMath.exp(2 * (.5 - .5) / .25);
        double sum = theta + ets + mean;
        assertThat(weights.methods()).containsExactly("theta", "ets", "mean");
        assertThat(shares).containsExactly(new double[] {theta / sum, ets / sum, mean / sum}, within(1e-12));
        assertThat(weights.provenance()).isEqualTo("by hand, for a test");
    }

    @Test
    void a_series_unlike_those_of_the_training_gets_no_weights() {
        assertThat(weights.weigh(SeriesFeatures.of(new double[30], 1))).isEmpty();
        assertThat(weights.weigh(SeriesFeatures.of(new double[] {3}, 1))).isEmpty();
    }

    @Test
    void a_text_that_was_cut_off_or_names_something_unknown_is_refused() {
        assertThatThrownBy(() -> MethodWeights.parse(TEXT.substring(0, 90))).hasMessageContaining("end with 'end'");
        assertThatThrownBy(() -> MethodWeights.parse(TEXT.replace("bias theta", "bias thetta")))
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> MethodWeights.parse(TEXT.replace("feature length", "feature width")))
                .hasMessageContaining("no feature");
    }
}
