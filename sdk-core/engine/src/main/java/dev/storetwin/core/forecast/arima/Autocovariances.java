package dev.storetwin.core.forecast.arima;

import java.util.Arrays;

/**
 * Autocovariances of a stationary ARMA process whose shocks have variance one.
 *
 * <p>With phi(z) and theta(z) the polynomials, the generating function theta(z) theta(1/z) / phi(z) phi(1/z) is split into
 * g(z) / phi(z) + g(1/z) / phi(1/z). Finding g by stepping the autoregression down one order at a time, as Levinson's recursion does
 * backwards, takes a number of steps quadratic in the order (Wilson 1979; Demeure and Mullis 1989), where linear equations for the
 * covariances would take a cubic one. The series of g / phi then has the covariances as its coefficients.
 */
final class Autocovariances {

    private final double[][] levels;
    private final double[] reflection;
    private final double[] products;
    private final double[] part;
    private final double[] covariance;

    /**
     * @param most furthest lag of the polynomials and of the covariances
     */
    Autocovariances(int most) {
        levels = new double[most + 1][];
        for (int i = 0; i <= most; i++) {
            levels[i] = new double[i + 1];
        }
        reflection = new double[most + 1];
        products = new double[most + 1];
        part = new double[most + 1];
        covariance = new double[most + 1];
    }

    /**
     * The covariances of lags 0 to {@code last}, in an array that the next call overwrites. Not finite when the autoregression is not
     * stationary to the precision of the machine.
     */
    double[] of(Lags ar, Lags ma, int last) {
        int degree = Math.max(ar.furthest(), ma.furthest());
        multiplyByReverse(ma, degree);
        stepDown(ar);
        split(ar.furthest(), degree);
        expand(ar, degree, last);
        return covariance;
    }

    /** Coefficients of theta(z) theta(1/z). */
    private void multiplyByReverse(Lags ma, int degree) {
        Arrays.fill(products, 0, degree + 1, 0);
        products[0] = 1;
        for (int i = 0; i < ma.count(); i++) {
            products[ma.lag(i)] += ma.weight(i);
            for (int j = 0; j <= i; j++) {
                products[ma.lag(i) - ma.lag(j)] += ma.weight(i) * ma.weight(j);
            }
        }
    }

    private void stepDown(Lags ar) {
        int order = ar.furthest();
        levels[order][0] = 1;
        for (int i = 1; i <= order; i++) {
            levels[order][i] = -ar.at(i);
        }
        for (int n = order; n > 0; n--) {
            double k = levels[n][n];
            double scale = 1 / (1 - k * k);
            reflection[n] = k;
            for (int i = 0; i < n; i++) {
                levels[n - 1][i] = (levels[n][i] - k * levels[n][n - i]) * scale;
            }
        }
    }

    private void split(int order, int degree) {
        for (int n = degree; n > 0; n--) {
            double top = products[n];
            part[n] = top;
            var below = levels[Math.min(order, n - 1)];
            for (int i = 1; i < Math.min(n, below.length); i++) {
                products[n - i] -= top * below[i];
            }
        }
        part[0] = products[0] / 2;
        for (int n = 1; n <= order; n++) {
            double k = reflection[n];
            double scale = 1 / (1 - k * k);
            for (int i = 0, j = n; i <= j; i++, j--) {
                double low = part[i];
                double high = part[j];
                part[i] = (low - k * high) * scale;
                part[j] = (high - k * low) * scale;
            }
        }
    }

    private void expand(Lags ar, int degree, int last) {
        for (int lag = 0; lag <= last; lag++) {
            double sum = lag <= degree ? part[lag] : 0;
            for (int i = 0; i < ar.count() && ar.lag(i) <= lag; i++) {
                sum += ar.weight(i) * covariance[lag - ar.lag(i)];
            }
            covariance[lag] = sum;
        }
        covariance[0] *= 2;
    }
}
