package dev.storetwin.core.forecast.arima;

import java.util.Arrays;

/**
 * Where the filter of an ARMA process starts: the covariances of its first value with its state. They are all that the filter needs of
 * the stationary distribution.
 *
 * <p>Component i of the state (Harvey 1989) is what is known at time t of the value at t + i: the sum over k from i on of
 * phi(k+1) y(t+i-k-1) + theta(k) e(t+i-k). So its covariance with y(t) comes from the autocovariances and from psi, the weights of
 * the shocks.
 */
final class StateStart {

    private final Autocovariances autocovariances;
    private final double[] psi;
    private final double[] covariance;

    StateStart(int most) {
        autocovariances = new Autocovariances(most);
        psi = new double[most + 1];
        covariance = new double[most + 1];
    }

    /** Covariances of the first value with the components of the state, then a zero; the next call overwrites them. */
    double[] of(Lags ar, Lags ma) {
        int states = states(ar, ma);
        var gamma = autocovariances.of(ar, ma, ar.furthest());
        shocks(ar, ma, states);
        Arrays.fill(covariance, 0, states + 1, 0);
        covariance[0] = psi[0];
        for (int k = 0; k < ar.count(); k++) {
            for (int i = 0; i < ar.lag(k); i++) {
                covariance[i] += ar.weight(k) * gamma[ar.lag(k) - i];
            }
        }
        for (int k = 0; k < ma.count(); k++) {
            for (int i = 0; i <= ma.lag(k); i++) {
                covariance[i] += ma.weight(k) * psi[ma.lag(k) - i];
            }
        }
        return covariance;
    }

    private void shocks(Lags ar, Lags ma, int count) {
        psi[0] = 1;
        for (int j = 1; j < count; j++) {
            double sum = ma.at(j);
            for (int i = 0; i < ar.count() && ar.lag(i) <= j; i++) {
                sum += ar.weight(i) * psi[j - ar.lag(i)];
            }
            psi[j] = sum;
        }
    }

    static int states(Lags ar, Lags ma) {
        return Math.max(ar.furthest(), ma.furthest() + 1);
    }
}
