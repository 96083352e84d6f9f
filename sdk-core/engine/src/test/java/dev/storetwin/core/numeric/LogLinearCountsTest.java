package dev.storetwin.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import org.junit.jupiter.api.Test;

class LogLinearCountsTest {

    private static final double[] NO_PRIOR = {0, 0};

    @Test
    void fits_two_groups_by_their_means() {
        // With one indicator the model is saturated: exp(a) = 4, exp(a + b) = 12.
        double[] counts = {3, 5, 4, 11, 13, 12};
        double[][] columns = {{1, 1, 1, 1, 1, 1}, {0, 0, 0, 1, 1, 1}};

        var fit = LogLinearCounts.fit(counts, ones(6), columns, NO_PRIOR, NO_PRIOR)
                .orElseThrow();

        assertThat(Math.exp(fit.coefficients()[0])).isCloseTo(4, within(1e-9));
        assertThat(Math.exp(fit.coefficients()[1])).isCloseTo(3, within(1e-9));
        // Poisson: variance of the difference of logarithms is 1/12 + 1/36.
        assertThat(fit.standardErrors()[1]).isCloseTo(Math.sqrt(1.0 / 12 + 1.0 / 36), within(1e-9));
        assertThat(fit.scatter()).isZero();
    }

    @Test
    void counts_twice_as_long_are_twice_as_many() {
        double[] counts = {4, 8, 4, 8};
        double[] exposures = {1, 2, 1, 2};
        double[][] columns = {{1, 1, 1, 1}};

        var fit = LogLinearCounts.fit(counts, exposures, columns, new double[1], new double[1])
                .orElseThrow();

        assertThat(Math.exp(fit.coefficients()[0])).isCloseTo(4, within(1e-9));
    }

    @Test
    void a_prior_holds_what_the_data_do_not_say() {
        double[] counts = {5, 4, 6, 5, 5, 4};
        double[][] same = {{1, 1, 1, 1, 1, 1}, {0, 0, 0, 0, 0, 0}};

        var free = LogLinearCounts.fit(counts, ones(6), same, NO_PRIOR, NO_PRIOR);
        var held = LogLinearCounts.fit(counts, ones(6), same, new double[] {0, .3}, new double[] {0, 4});

        assertThat(free).isEmpty();
        assertThat(held.orElseThrow().coefficients()[1]).isCloseTo(.3, within(1e-9));
        assertThat(held.orElseThrow().standardErrors()[1]).isCloseTo(.5, within(1e-9));
    }

    @Test
    void nothing_sold_or_too_few_rows_is_no_fit() {
        assertThat(LogLinearCounts.fit(new double[4], ones(4), new double[][] {ones(4)}, new double[1], new double[1]))
                .isEmpty();
        assertThat(LogLinearCounts.fit(
                        new double[] {1}, ones(1), new double[][] {ones(1)}, new double[1], new double[1]))
                .isEmpty();
    }

    /** 400 samples with a true slope of -2 and log-normal noise on top of counts. */
    @Test
    void intervals_hold_the_truth_as_often_as_they_say() {
        int covered = 0;
        double sum = 0;
        for (int sample = 0; sample < 400; sample++) {
            var draw = Draws.of(7).keyed("test", "counts", sample);
            var x = new double[60];
            var counts = new double[60];
            for (int i = 0; i < x.length; i++) {
                x[i] = .2 * draw.nextGaussian();
                double mean = 20 * Math.exp(-2 * x[i] + .4 * draw.nextGaussian() - .08);
                counts[i] = NegativeBinomial.poisson(mean).quantile(draw.nextOpenDouble());
            }
            var fit = LogLinearCounts.fit(counts, ones(60), new double[][] {ones(60), x}, NO_PRIOR, NO_PRIOR)
                    .orElseThrow();
            double slope = fit.coefficients()[1];
            sum += slope;
            covered += Math.abs(slope + 2) < 1.96 * fit.standardErrors()[1] ? 1 : 0;
        }

        assertThat(sum / 400).isCloseTo(-2, within(.06));
        assertThat(covered / 400.0).isBetween(.90, .98);
    }

    private static double[] ones(int size) {
        var ones = new double[size];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }
}
