package dev.storetwin.core.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AutocovariancesTest {

    @Test
    void of_an_autoregression_fall_by_the_same_factor() {
        assertThat(covariances(new double[] {.5}, new double[0]))
                .containsExactly(new double[] {4 / 3.0, 2 / 3.0, 1 / 3.0}, within(1e-12));
    }

    @Test
    void of_a_moving_average_end_at_its_order() {
        assertThat(covariances(new double[0], new double[] {.5}))
                .containsExactly(new double[] {1.25, .5, 0}, within(1e-12));
    }

    @Test
    void of_both_together() {
        double first = (1 + 2 * .5 * .4 + .16) / .75;

        assertThat(covariances(new double[] {.5}, new double[] {.4}))
                .containsExactly(new double[] {first, .5 * first + .4, .5 * (.5 * first + .4)}, within(1e-12));
    }

    private static double[] covariances(double[] ar, double[] ma) {
        var coefficients = new Coefficients(ar, ma, new double[0], new double[0]);
        var order = ArimaOrder.of(ar.length, 0, ma.length);
        var result = new Autocovariances(2).of(coefficients.arLags(order), coefficients.maLags(order), 2);
        return Arrays.copyOf(result, 3);
    }
}
