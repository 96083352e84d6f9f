package dev.storetwin.core.forecast.theta;

/** The variance of a Theta model's forecasts as a multiple of the one-step variance. */
final class ThetaSpread {

    /*
     * The state is the level, the mean of the values and the cross product of times and values; all else about the line is known
     * beforehand. The forecast is linear in the state and the next state is linear in this one and in the surprise. So the
     * covariance of the state is carried forward exactly, step by step, where the literature simulates. With a line that stays this
     * is 1 + (h - 1) alpha^2.
     */

    private static final int STATE = 3;

    private final ThetaParameters parameters;
    private double[][] covariance = new double[STATE][STATE];

    ThetaSpread(ThetaParameters parameters) {
        this.parameters = parameters;
    }

    /** Variance of the forecast from a state, and one step on. The states come one after the other. */
    double next(ThetaState state) {
        var forecast = forecast(state);
        double variance = 1 + quadratic(forecast);
        advance(state, forecast);
        return variance;
    }

    /** How the forecast hangs on the state. */
    private double[] forecast(ThetaState state) {
        double weight = parameters.weight();
        var line = state.line();
        if (!parameters.dynamic() || line.count() == 0) {
            return new double[] {1, 0, 0};
        }
        double slope = line.count() < 2 ? 0 : 1 / line.timeSquares();
        return new double[] {1, weight * state.decay(), weight * (state.lag() - state.decay() * line.meanTime()) * slope
        };
    }

    private double quadratic(double[] forecast) {
        double sum = 0;
        for (int i = 0; i < STATE; i++) {
            for (int j = 0; j < STATE; j++) {
                sum += forecast[i] * covariance[i][j] * forecast[j];
            }
        }
        return sum;
    }

    private void advance(ThetaState state, double[] forecast) {
        double pull = parameters.dynamic() ? state.line().pull(state.time()) : 0;
        double share = parameters.dynamic() ? 1.0 / (state.line().count() + 1) : 0;
        double[] gain = {parameters.alpha(), share, pull};
        double[][] transition = new double[STATE][STATE];
        for (int j = 0; j < STATE; j++) {
            for (int i = 0; i < STATE; i++) {
                transition[i][j] = gain[i] * forecast[j] + (i == j ? 1 : 0);
            }
        }
        transition[0][0] -= parameters.alpha();
        transition[1][1] -= share;
        transition[2][1] -= pull;
        covariance = carried(transition, gain);
    }

    private double[][] carried(double[][] transition, double[] gain) {
        double[][] half = new double[STATE][STATE];
        double[][] whole = new double[STATE][STATE];
        for (int i = 0; i < STATE; i++) {
            for (int j = 0; j < STATE; j++) {
                for (int k = 0; k < STATE; k++) {
                    half[i][j] += transition[i][k] * covariance[k][j];
                }
            }
        }
        for (int i = 0; i < STATE; i++) {
            for (int j = 0; j < STATE; j++) {
                for (int k = 0; k < STATE; k++) {
                    whole[i][j] += half[i][k] * transition[j][k];
                }
                whole[i][j] += gain[i] * gain[j];
            }
        }
        return whole;
    }
}
