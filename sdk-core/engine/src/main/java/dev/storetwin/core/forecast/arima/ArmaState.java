package dev.storetwin.core.forecast.arima;

import java.util.Arrays;

/** The filter of {@link ArmaFilter} for one series, step by step, so that one can stop and look ahead. */
final class ArmaState {

    private static final double SETTLED = 1 + 1e-12;

    private final double[] phi;
    private final double[] state;
    private final double[] gain;
    private final double[] change;
    private double variance;

    ArmaState(Lags ar, Lags ma) {
        int states = StateStart.states(ar, ma);
        var covariance = new StateStart(Math.max(ar.furthest(), ma.furthest()) + 1).of(ar, ma);
        variance = covariance[0];
        phi = new double[states];
        state = new double[states + 1];
        gain = new double[states];
        for (int i = 0; i < states; i++) {
            phi[i] = ar.at(i + 1);
            gain[i] = phi[i] * variance + covariance[i + 1];
        }
        change = Arrays.copyOf(gain, states + 1);
    }

    private ArmaState(ArmaState other) {
        phi = other.phi;
        state = other.state.clone();
        gain = other.gain.clone();
        change = other.change.clone();
        variance = other.variance;
    }

    ArmaState copy() {
        return new ArmaState(this);
    }

    /** What the next value is expected to be. */
    double expected() {
        return state[0];
    }

    /** Variance of the next error, in units of that of the shocks. */
    double variance() {
        return variance;
    }

    /** Goes one period on. */
    void see(double value) {
        double now = state[0];
        double error = (value - now) / variance;
        for (int i = 0; i < phi.length; i++) {
            state[i] = phi[i] * now + state[i + 1] + gain[i] * error;
        }
        learn();
    }

    /** What one period more of data does to the gain, whatever the value. */
    void learn() {
        if (variance < SETTLED) {
            return;
        }
        double kappa = change[0] / variance;
        double first = change[0];
        for (int i = 0; i < phi.length; i++) {
            double moved = phi[i] * first + change[i + 1];
            double before = gain[i];
            gain[i] = before - kappa * moved;
            change[i] = moved - kappa * before;
        }
        variance *= 1 - kappa * kappa;
    }

    /** What an error of one now adds to the values to come, the next one first. */
    double[] echo(int length) {
        var echo = new double[phi.length + 1];
        for (int i = 0; i < phi.length; i++) {
            echo[i] = gain[i] / variance;
        }
        var result = new double[length];
        for (int h = 0; h < length; h++) {
            double now = echo[0];
            result[h] = now;
            for (int i = 0; i < phi.length; i++) {
                echo[i] = phi[i] * now + echo[i + 1];
            }
        }
        return result;
    }
}
