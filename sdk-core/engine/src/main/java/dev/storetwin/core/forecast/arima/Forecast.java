package dev.storetwin.core.forecast.arima;

import java.util.Arrays;

/**
 * Where an ARIMA process without columns stands after the values seen so far: one-step forecasts of the past, and expected values and
 * variances of what is to come.
 *
 * <p>Values that are unknown between known ones are filled by what the model makes of all the others; those after the last known one lengthen the way to the forecast.
 */
final class Forecast {

    /** From here on the filter gains so little that one echo serves all errors. */
    private static final double NEARLY_SETTLED = 1 + 1e-7;

    private final double[] weights;
    private final int first;
    private final double[] levels;
    private final double[] fitted;
    private final ArmaState state;
    private final int silent;
    private final boolean whole;

    private Forecast(double[] weights, ArmaState start, int first, double[] levels, double[] known, int silent) {
        this.weights = weights;
        this.first = first;
        this.levels = levels;
        this.silent = silent;
        whole = known == levels;
        fitted = new double[levels.length];
        state = start.copy();
        walk(levels, state);
        if (!whole) {
            walk(known, start.copy());
        }
    }

    /** After some values, {@code NaN} for unknown. */
    static Forecast after(Estimate model, double[] values) {
        var order = model.order();
        var sample = Sample.of(values, new double[0][], order.period());
        var levels = sample.values().clone();
        int[] gaps = sample.gaps();
        if (gaps.length > 0 && sample.fewGaps()) {
            var excess = Likelihood.excess(order, model.coefficients(), sample.differenced(order, false, true));
            for (int i = 0; i < gaps.length; i++) {
                levels[gaps[i]] -= excess[i];
            }
        }
        for (int t = 0; t < levels.length; t++) {
            levels[t] *= sample.scale();
        }
        var known = levels;
        if (gaps.length > 0) {
            known = levels.clone();
            for (int gap : gaps) {
                known[gap] = gap < order.lost() ? levels[gap] : Double.NaN;
            }
        }
        var start = new ArmaState(
                model.coefficients().arLags(order), model.coefficients().maLags(order));
        int silent = levels.length == 0 ? 0 : values.length - sample.first() - levels.length;
        return new Forecast(Differences.weights(order), start, sample.first(), levels, known, silent);
    }

    /** One period more, of a known value, when nothing before was unknown. */
    private Forecast(Forecast before, double value) {
        int size = before.levels.length;
        weights = before.weights;
        first = before.first;
        silent = 0;
        levels = Arrays.copyOf(before.levels, size + 1);
        fitted = Arrays.copyOf(before.fitted, size + 1);
        state = before.state.copy();
        whole = true;
        levels[size] = value;
        step(levels, size, state);
    }

    /** Whether {@link #and} can go on from here without a look at the past. */
    boolean goesOn() {
        return whole && silent == 0 && levels.length >= weights.length;
    }

    /** After one known value more. */
    Forecast and(double value) {
        return new Forecast(this, value);
    }

    /** One-step forecasts; an unknown value becomes its forecast. */
    private void walk(double[] values, ArmaState at) {
        int lost = weights.length - 1;
        Arrays.fill(fitted, 0, Math.min(lost, fitted.length), Double.NaN);
        for (int t = lost; t < values.length; t++) {
            step(values, t, at);
        }
    }

    private void step(double[] values, int t, ArmaState at) {
        double carried = carried(values, t);
        fitted[t] = at.expected() + carried;
        if (Double.isNaN(values[t])) {
            values[t] = fitted[t];
        }
        at.see(values[t] - carried);
    }

    /** What the differences are added to: the values before, weighted; before the first, the first goes on. */
    private double carried(double[] values, int t) {
        double sum = 0;
        for (int i = 1; i < weights.length; i++) {
            sum += weights[i] == 0 ? 0 : weights[i] * values[Math.max(0, t - i)];
        }
        return sum;
    }

    /** One-step forecasts of the first periods; {@code NaN} where there was nothing to go by. */
    double[] fitted(int size) {
        var result = new double[size];
        Arrays.fill(result, Double.NaN);
        System.arraycopy(fitted, 0, result, Math.min(first, size), fitted.length);
        if (silent > 0) {
            System.arraycopy(ahead(silent), 0, result, size - silent, silent);
        }
        return result;
    }

    double[] means(int horizon) {
        return Arrays.copyOfRange(ahead(silent + horizon), silent, silent + horizon);
    }

    private double[] ahead(int steps) {
        int seen = levels.length;
        if (seen == 0) {
            return new double[steps];
        }
        var path = Arrays.copyOf(levels, seen + steps);
        var at = state.copy();
        for (int t = seen; t < path.length; t++) {
            double next = at.expected();
            path[t] = next + carried(path, t);
            at.see(next);
        }
        return Arrays.copyOfRange(path, seen, path.length);
    }

    /** Variances of the errors of {@link #means}, in units of that of the shocks. */
    double[] variances(int horizon) {
        int steps = silent + horizon;
        var result = new double[steps];
        var at = state.copy();
        for (int j = 0; j < steps; j++) {
            var echo = echo(at, steps - j);
            if (at.variance() < NEARLY_SETTLED) {
                addSettled(echo, result, j);
                break;
            }
            for (int h = j; h < steps; h++) {
                result[h] += at.variance() * echo[h - j] * echo[h - j];
            }
            at.learn();
        }
        return Arrays.copyOfRange(result, silent, steps);
    }

    private static void addSettled(double[] echo, double[] result, int from) {
        double sum = 0;
        for (int h = from; h < result.length; h++) {
            sum += echo[h - from] * echo[h - from];
            result[h] += sum;
        }
    }

    /** What an error of one adds to its own and the later values, with the differences undone. */
    private double[] echo(ArmaState at, int length) {
        var result = new double[length];
        var differenced = at.echo(length - 1);
        for (int h = 0; h < length; h++) {
            double sum = h == 0 ? 1 : differenced[h - 1];
            for (int i = 1; i < weights.length && i <= h; i++) {
                sum += weights[i] == 0 ? 0 : weights[i] * result[h - i];
            }
            result[h] = sum;
        }
        return result;
    }
}
