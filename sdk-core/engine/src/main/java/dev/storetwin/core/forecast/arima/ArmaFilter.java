package dev.storetwin.core.forecast.arima;

import java.util.Arrays;

/**
 * The Kalman filter of a stationary ARMA process, for several series at once that share the process (the values and the columns that
 * explain them).
 *
 * <p>State form of Harvey (1989): the state moves by s(i) = phi(i) s(0) + s(i+1) + gain. From a stationary start the state's covariance
 * changes by a matrix of rank one per step (Morf, Sidhu and Kailath 1974; Pearlman 1980), P(t+1) = P(t) - change change' / F. With
 * gain = T P Z', moved = T change and kappa = change(0) / F this makes
 *
 * <pre>
 *   gain   := gain - kappa moved
 *   change := moved - kappa gain     (the gain before)
 *   F      := F (1 - kappa^2)
 * </pre>
 *
 * from gain = change = T P Z' at the start: a step costs a few operations per state, not per pair of states, and the covariance itself is
 * never needed. F falls towards one; once it is there, the gain is theta and the recursion in terms of past values and
 * errors goes on over the few lags that have a weight.
 */
final class ArmaFilter {

    private static final double SETTLED = 1 + 1e-9;
    private static final double LARGE = 1e100;

    private final StateStart start;
    private final double[] phi;
    private final double[] gain;
    private final double[] change;
    private final double[][] state;

    /**
     * @param most    furthest lag there will be
     * @param columns most series that are filtered together
     */
    ArmaFilter(int most, int columns) {
        start = new StateStart(most + 1);
        phi = new double[most + 2];
        gain = new double[most + 2];
        change = new double[most + 2];
        state = new double[columns][most + 2];
    }

    /**
     * Writes the one-step errors, each divided by its standard deviation in units of the shocks, and answers the sum of the logarithms of
     * the variances. NaN when the process is not stationary.
     *
     * @param series each of the same length
     * @param errors as many, at least as long
     */
    double run(Lags ar, Lags ma, double[][] series, double[][] errors) {
        int states = StateStart.states(ar, ma);
        var covariance = start.of(ar, ma);
        double variance = covariance[0];
        if (!(variance > 0) || Double.isInfinite(variance)) {
            return Double.NaN;
        }
        for (int i = 0; i < states; i++) {
            phi[i] = ar.at(i + 1);
            gain[i] = phi[i] * variance + covariance[i + 1];
            change[i] = gain[i];
        }
        change[states] = 0;
        for (int k = 0; k < series.length; k++) {
            Arrays.fill(state[k], 0, states + 1, 0);
        }
        double logs = 0;
        double product = 1;
        int length = series[0].length;
        for (int t = 0; t < length; t++) {
            if (variance < SETTLED) {
                for (int k = 0; k < series.length; k++) {
                    settled(ar, ma, t, states, series[k], errors[k], state[k]);
                }
                break;
            }
            product *= variance;
            if (product > LARGE) {
                logs += StrictMath.log(product);
                product = 1;
            }
            double share = 1 / variance;
            double root = Math.sqrt(share);
            for (int k = 0; k < series.length; k++) {
                var now = state[k];
                double error = series[k][t] - now[0];
                errors[k][t] = error * root;
                move(states, now, error * share);
            }
            double kappa = change[0] * share;
            narrow(states, kappa);
            variance *= 1 - kappa * kappa;
        }
        return logs + StrictMath.log(product);
    }

    private void move(int states, double[] now, double error) {
        double value = now[0];
        for (int i = 0; i < states; i++) {
            now[i] = phi[i] * value + now[i + 1] + gain[i] * error;
        }
    }

    private void narrow(int states, double kappa) {
        double first = change[0];
        for (int i = 0; i < states; i++) {
            double moved = phi[i] * first + change[i + 1];
            double before = gain[i];
            gain[i] = before - kappa * moved;
            change[i] = moved - kappa * before;
        }
    }

    private static void settled(
            Lags ar, Lags ma, int from, int states, double[] series, double[] errors, double[] state) {
        for (int t = from; t < series.length; t++) {
            int known = t - from;
            double expected = known < states ? state[known] : 0;
            for (int i = 0; i < ar.count() && ar.lag(i) <= known; i++) {
                expected += ar.weight(i) * series[t - ar.lag(i)];
            }
            for (int i = 0; i < ma.count() && ma.lag(i) <= known; i++) {
                expected += ma.weight(i) * errors[t - ma.lag(i)];
            }
            errors[t] = series[t] - expected;
        }
    }
}
