package dev.storetwin.core.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Likelihoods worked by hand, and by the determinant of the whole covariance matrix. */
class LikelihoodTest {

    private static final double[][] NONE = {};

    @Test
    void a_first_order_autoregression() {
        double phi = .6;
        double sum = .64 * 4 + square(1 - .6 * 2) + square(-1.5 - .6);

        assertThat(lack(ArimaOrder.of(1, 0, 0), Partials.stretch(phi), 2, 1, -1.5))
                .isEqualTo((log(sum / 3) - log(.64) / 3) / 2, within(1e-12));
    }

    @Test
    void a_first_order_moving_average() {
        double variance = 1.25;
        double determinant = square(variance) - .25;
        double sum = (variance * 4 + variance * 1 - 2 * .5 * 2 * 1) / determinant;

        assertThat(lack(ArimaOrder.of(0, 0, 1), .5, 2, 1))
                .isEqualTo((log(sum / 2) + log(determinant) / 2) / 2, within(1e-12));
    }

    @Test
    void an_autoregression_with_its_middle_unknown() {
        double phi = .5;
        double ahead = 1 + phi * phi;
        double sum = .75 * 4 + square(1 - phi * phi * 2) / ahead;

        assertThat(lack(ArimaOrder.of(1, 0, 0), Partials.stretch(phi), 2, Double.NaN, 1))
                .isEqualTo((log(sum / 2) + (log(ahead) - log(.75)) / 2) / 2, within(1e-12));
    }

    @Test
    void a_random_walk_with_an_unknown_step() {
        double sum = square(7 - 3) / 2 + square(8 - 7);

        assertThat(lack(ArimaOrder.of(0, 1, 0), 0, 3, Double.NaN, 7, 8))
                .isEqualTo((log(sum / 2) + log(2) / 2) / 2, within(1e-12));
    }

    @Test
    void the_mean_of_white_noise_is_the_average() {
        var fit = Arima.fit(new double[] {1, 2, 6}, ArimaOrder.of(0, 0, 0));

        assertThat(fit.coefficients()).containsOnlyKeys("mean");
        assertThat(fit.coefficients().get("mean")).isEqualTo(3, within(1e-12));
        assertThat(fit.variance()).isEqualTo(7, within(1e-12));
        assertThat(fit.logLikelihood()).isEqualTo(-1.5 * (log(2 * Math.PI * 14 / 3) + 1), within(1e-12));
        assertThat(fit.aicc()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Property(tries = 60)
    void agrees_with_the_covariance_matrix(
            @ForAll @IntRange(max = 2) int p,
            @ForAll @IntRange(max = 2) int q,
            @ForAll @IntRange(max = 1) int seasonalP,
            @ForAll @IntRange(max = 1) int seasonalQ,
            @ForAll @IntRange(max = 1000) int seed) {
        var order = ArimaOrder.of(p, 0, q).seasonal(seasonalP, 0, seasonalQ, 4);
        var draw = Draws.of(seed).keyed("arima", "likelihood", 0);
        var free = new double[order.coefficients()];
        for (int i = 0; i < free.length; i++) {
            free[i] = 3 * draw.nextDouble() - 1.5;
        }
        var values = new double[30];
        for (int t = 0; t < values.length; t++) {
            values[t] = draw.nextDouble() - .5;
        }
        values[7] = Double.NaN;
        values[8] = Double.NaN;
        values[20] = Double.NaN;

        assertThat(lack(order, free, values)).isEqualTo(byMatrix(order, free, values), within(1e-8));
    }

    private static double byMatrix(ArimaOrder order, double[] free, double[] values) {
        var coefficients = Coefficients.of(order, free);
        double[] covariance = covariances(coefficients.arLags(order), coefficients.maLags(order), values.length);
        int[] known = IntStream.range(0, values.length)
                .filter(t -> !Double.isNaN(values[t]))
                .toArray();
        var factor = new double[known.length][known.length];
        var white = new double[known.length];
        double logs = 0;
        double sum = 0;
        for (int i = 0; i < known.length; i++) {
            double rest = values[known[i]];
            for (int j = 0; j <= i; j++) {
                double entry = covariance[known[i] - known[j]];
                for (int k = 0; k < j; k++) {
                    entry -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(entry) : entry / factor[j][j];
                rest -= i == j ? 0 : factor[i][j] * white[j];
            }
            white[i] = rest / factor[i][i];
            logs += 2 * log(factor[i][i]);
            sum += square(white[i]);
        }
        return (log(sum / known.length) + logs / known.length) / 2;
    }

    /** By the weights of the shocks, far into the past. */
    private static double[] covariances(Lags ar, Lags ma, int count) {
        var psi = new double[20_000];
        psi[0] = 1;
        for (int j = 1; j < psi.length; j++) {
            psi[j] = ma.at(j);
            for (int i = 1; i <= Math.min(j, ar.furthest()); i++) {
                psi[j] += ar.at(i) * psi[j - i];
            }
        }
        var result = new double[count];
        for (int lag = 0; lag < count; lag++) {
            for (int j = 0; j + lag < psi.length; j++) {
                result[lag] += psi[j] * psi[j + lag];
            }
        }
        return result;
    }

    private static double lack(ArimaOrder order, double free, double... values) {
        return lack(order, order.coefficients() == 0 ? new double[0] : new double[] {free}, values);
    }

    private static double lack(ArimaOrder order, double[] free, double[] values) {
        var sample = Sample.of(values, NONE, order.period());
        var likelihood = new Likelihood(order, sample.differenced(order, false, true), sample.gaps().length);
        return likelihood.lack(free) + log(sample.scale());
    }

    private static double log(double x) {
        return StrictMath.log(x);
    }

    private static double square(double x) {
        return x * x;
    }
}
