package dev.storetwin.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class NegativeBinomialTest {

    /** Mean 2 and variance 4: two coins until the second head, P = 1/4, 2/8, 3/16, 4/32 ... */
    @Test
    void agrees_with_coins_thrown_by_hand() {
        var counts = NegativeBinomial.of(2, 4);

        assertThat(counts.cdf(-1)).isZero();
        assertThat(counts.cdf(0)).isEqualTo(.25, within(1e-12));
        assertThat(counts.cdf(1)).isEqualTo(.5, within(1e-12));
        assertThat(counts.cdf(2.9)).isEqualTo(.6875, within(1e-12));
        assertThat(counts.cdf(3)).isEqualTo(.8125, within(1e-12));
        assertThat(counts.quantile(.2)).isZero();
        assertThat(counts.quantile(.6)).isEqualTo(2);
        assertThat(counts.quantile(.8)).isEqualTo(3);
    }

    @Test
    void is_poisson_when_the_variance_is_not_above_the_mean() {
        assertThat(NegativeBinomial.of(2, 1).cdf(1)).isEqualTo(3 * Math.exp(-2), within(1e-12));
        assertThat(NegativeBinomial.poisson(2).cdf(2)).isEqualTo(5 * Math.exp(-2), within(1e-12));
    }

    @Test
    void expects_above_an_amount_what_is_left_of_the_mean() {
        var counts = NegativeBinomial.of(2, 4);

        assertThat(counts.expectedAbove(0)).isEqualTo(2, within(1e-9));
        assertThat(counts.expectedAbove(1)).isEqualTo(1.25, within(1e-9));
        assertThat(counts.expectedAbove(2)).isEqualTo(.75, within(1e-9));
        assertThat(counts.expectedAbove(1.5)).isEqualTo(1, within(1e-9));
        assertThat(counts.expectedAbove(-3)).isEqualTo(5, within(1e-9));
    }

    @Test
    void is_exact_where_the_probability_of_nothing_vanishes() {
        var counts = NegativeBinomial.poisson(10_000);

        assertThat(counts.quantile(.5)).isEqualTo(10_000);
        assertThat(counts.quantile(.975)).isEqualTo(10_196);
        assertThat(counts.expectedAbove(10_000)).isEqualTo(39.894, within(.01));
    }

    @Test
    void holds_in_memory_what_no_table_should() {
        var poisson = NegativeBinomial.poisson(1e14);

        assertThat(poisson.quantile(.5)).isEqualTo(100_000_000_000_000L);
        assertThat(poisson.quantile(.975)).isCloseTo(100_000_019_599_640L, within(1L));
        assertThat(poisson.cdf(1e14 + 1e7)).isEqualTo(.841344746, within(1e-6));
        assertThat(poisson.cdf(-1)).isZero();
        assertThat(poisson.expectedAbove(1e14) / 1e7).isEqualTo(.39894228, within(1e-6));
    }

    /** With a variance of mean * (1 + mean) it is geometric, and that is all but exponential: P(X > x) = exp(-x / mean). */
    @Test
    void counts_in_larger_steps_where_very_many_counts_matter() {
        var geometric = NegativeBinomial.of(1e9, 1e9 * (1 + 1e9));

        assertThat(geometric.quantile(.5)).isCloseTo(693_147_181L, withinPercentage(.1));
        assertThat(geometric.quantile(.995)).isCloseTo(5_298_317_367L, withinPercentage(.1));
        assertThat(geometric.cdf(1e9)).isEqualTo(1 - Math.exp(-1), within(1e-3));
        assertThat(geometric.expectedAbove(1e9)).isCloseTo(1e9 * Math.exp(-1), withinPercentage(.1));
    }

    @Test
    void nothing_is_certain_when_nothing_is_expected() {
        assertThat(NegativeBinomial.of(0, 0).quantile(.999)).isZero();
        assertThat(NegativeBinomial.of(0, 0).cdf(0)).isOne();
    }

    @Test
    void impossible_moments_are_refused() {
        assertThatThrownBy(() -> NegativeBinomial.of(-1, 1)).hasMessageContaining("mean (-1.0)");
        assertThatThrownBy(() -> NegativeBinomial.of(1, Double.NaN)).hasMessageContaining("variance (NaN)");
        assertThatThrownBy(() -> NegativeBinomial.of(Double.POSITIVE_INFINITY, 1))
                .hasMessageContaining("Infinity");
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void has_the_moments_it_was_made_of(
            @ForAll @DoubleRange(min = .01, max = 500) double mean,
            @ForAll @DoubleRange(min = 1, max = 50) double dispersion) {
        var counts = NegativeBinomial.of(mean, mean * dispersion);

        double expected = 0;
        double square = 0;
        double probability = counts.cdf(0);
        for (int x = 1; probability < 1 - 1e-13; x++) {
            double next = counts.cdf(x);
            expected += x * (next - probability);
            square += (double) x * x * (next - probability);
            probability = next;
        }
        assertThat(expected).isEqualTo(mean, within(1e-6 * mean));
        assertThat(square - expected * expected).isEqualTo(mean * dispersion, within(1e-4 * mean * dispersion));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void a_quantile_is_the_smallest_count_with_enough_probability(
            @ForAll @DoubleRange(min = .01, max = 200) double mean,
            @ForAll @DoubleRange(min = .5, max = 20) double dispersion,
            @ForAll @DoubleRange(min = .001, max = .999) @Scale(6) double level) {
        var counts = NegativeBinomial.of(mean, mean * dispersion);

        long quantile = counts.quantile(level);

        assertThat(counts.cdf(quantile)).isGreaterThanOrEqualTo(level);
        assertThat(counts.cdf(quantile - 1)).isLessThan(level);
    }
}
