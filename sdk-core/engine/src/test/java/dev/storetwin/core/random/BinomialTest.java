package dev.storetwin.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {

    @ParameterizedTest
    @CsvSource({"10, .3", "40, .9", "1000, .01", "5000, .4", "3, 1", "3, 0", "0, .5"})
    void has_the_mean_and_the_variance_of_the_distribution(long trials, double probability) {
        int draws = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            long passed = Binomial.draw(trials, probability, Draws.of(3).keyed("test", "binomial", i));
            assertThat(passed).isBetween(0L, trials);
            sum += passed;
            squares += (double) passed * passed;
        }

        double mean = sum / draws;
        double variance = squares / draws - mean * mean;
        double expected = trials * probability * (1 - probability);
        assertThat(mean).isCloseTo(trials * probability, within(4 * Math.sqrt(expected / draws) + 1e-9));
        assertThat(variance).isCloseTo(expected, within(.05 * expected + 1e-9));
    }
}
