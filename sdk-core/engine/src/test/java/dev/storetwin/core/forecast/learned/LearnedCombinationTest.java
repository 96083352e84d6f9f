package dev.storetwin.core.forecast.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.combination.Combined;
import dev.storetwin.core.forecast.combination.SeasonedFit;
import dev.storetwin.core.forecast.features.MethodWeights;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.Seasonality;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnedCombinationTest {

    private static final String TEXT = """
            storetwin-weights 1
            provenance by hand, for a test
            methods naive mean ses
            feature length 3 5 4 1
            bias naive 1
            bias mean 1
            bias ses -9
            end
            """;

    private final LearnedCombination byHand = LearnedCombination.of(MethodWeights.parse(TEXT));

    @Test
    void by_hand_two_methods_of_one_weight_meet_in_the_middle() {
        var values = IntStream.range(0, 40).mapToDouble(it -> it).toArray();

        var choice = fit(byHand, values);

        double naive = 39;
        double mean = 19.5;
        assertThat(choice.isWeighed()).isTrue();
        assertThat(choice.method().means(1)).containsExactly(new double[] {(naive + mean) / 2}, within(1e-12));
        assertThat(choice.reason()).isEqualTo("weighed by what the series looks like: 50 % naive, 50 % mean");
    }

    @Test
    void a_method_of_hardly_any_weight_is_not_fitted_and_the_rest_weighs_one_together() {
        var combined = (Combined) fit(byHand, steady(40)).method();

        assertThat(combined.members()).extracting(Combined.Member::name).containsExactly("naive", "mean");
        assertThat(combined.members().stream()
                        .mapToDouble(Combined.Member::weight)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void a_series_unlike_the_training_is_left_to_the_plain_median() {
        var values = steady(300);

        var choice = fit(byHand, values);
        var plain = fit(LearnedCombination.withoutWeights(), values);

        assertThat(choice.isWeighed()).isFalse();
        assertThat(choice.reason())
                .isEqualTo(
                        "the median of ets, arima, ces, dotm, as the series is unlike those that weights were learned from");
        assertThat(choice.method().means(5)).isEqualTo(plain.method().means(5));
    }

    @Test
    void without_weights_there_is_the_plain_median() {
        var choice = fit(LearnedCombination.withoutWeights(), steady(30));

        assertThat(choice.isWeighed()).isFalse();
        assertThat(choice.reason()).endsWith("as no learned weights are at hand");
    }

    @Test
    void weights_of_an_unknown_method_are_refused() {
        var weights = MethodWeights.parse(TEXT.replace("mean", "oracle"));

        assertThatThrownBy(() -> LearnedCombination.of(weights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("oracle");
    }

    @Test
    void the_shipped_weights_say_where_they_come_from() {
        var weights = LearnedCombination.shippedWeights().orElseThrow();

        assertThat(weights.provenance()).contains("made-up series of seed", "storetwin");
        assertThat(weights.methods())
                .containsAll(
                        SingleMethods.combined().stream().map(it -> it.name()).toList());
    }

    @Test
    void the_shipped_weights_serve_a_common_series_and_add_up_to_one() {
        var choice = fit(LearnedCombination.shipped(), steady(100));

        var members = ((Combined) choice.method()).members();
        assertThat(choice.isWeighed()).isTrue();
        assertThat(members).allMatch(it -> it.weight() > 0);
        assertThat(members.stream().mapToDouble(Combined.Member::weight).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void what_was_never_seen_in_training_gets_no_shipped_weights() {
        var constant = new double[50];
        Arrays.fill(constant, 7);

        assertThat(fit(LearnedCombination.shipped(), constant).isWeighed()).isFalse();
        assertThat(fit(LearnedCombination.shipped(), new double[] {3}).isWeighed())
                .isFalse();
        assertThat(fit(LearnedCombination.shipped(), new double[] {Double.NaN, 1, Double.NaN})
                        .isWeighed())
                .isFalse();
    }

    private static LearnedCombination.Choice fit(LearnedCombination combination, double[] values) {
        return combination.fit(SeasonedFit.of(values, Seasonality.NONE), values);
    }

    private static double[] steady(int length) {
        var draw = Draws.of(7).keyed("steady", "series", length);
        return IntStream.range(0, length)
                .mapToDouble(it -> 100 + .2 * it + 5 * draw.nextGaussian())
                .toArray();
    }
}
