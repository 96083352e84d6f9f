package dev.storetwin.core.forecast.season;

import java.util.List;

/**
 * A series as waves upon a level that wanders: regression whose errors are those of simple exponential smoothing with drift.
 *
 * <p>Smoothing is linear. So the one-step errors of the series, smoothed with share alpha, are the same combination of the one-step
 * errors of level, drift and waves, smoothed alike; least squares among these is maximum likelihood under that alpha. Alpha 0 is noise
 * around a line, 1 a random walk, above 1 a walk that goes on as it went. A season is judged against that wandering, so that a walk that
 * happens to swing is not taken for one. Errors that still follow one another are told apart by the share of each that the next one
 * repeats, its echo (Cochrane and Orcutt 1949).
 *
 * <p>The columns come in order, and one Cholesky factor of their products tells the squared error of every first few of them: the
 * errors of all numbers of waves from one pass.
 */
final class LevelRegression {

    private static final double SAME = 1e-9;
    private static final double EXACT = 1e-12;

    private final double[] values;
    private final List<Waves> waves;
    private final int width;
    private final double alpha;
    private final double echo;
    private final double[][] factor;
    /** The last row of the factor: what each column explains, signed. */
    private final double[] explained;

    private final double[] errors;

    /** Of values around zero, {@code NaN} for unknown; the echo is that of level and drift alone. */
    LevelRegression(double[] values, List<Waves> waves, double alpha) {
        this(values, waves, alpha, echo(values, alpha));
    }

    private LevelRegression(double[] values, List<Waves> waves, double alpha, double echo) {
        this.values = values;
        this.waves = waves;
        this.alpha = alpha;
        this.echo = echo;
        this.width = 2 + waves.stream().mapToInt(Waves::width).sum();
        this.factor = products();
        this.explained = factor[width];
        this.errors = new double[width + 1];
        factorize();
    }

    /** Products of the one-step errors of all columns and, last, of the series. Lower triangle. */
    private double[][] products() {
        var products = new double[width + 1][];
        for (int i = 0; i <= width; i++) {
            products[i] = new double[i + 1];
        }
        var level = new double[width + 1];
        var last = new double[width + 1];
        var row = new double[width + 1];
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                row(t, row);
                for (int i = 0; i <= width; i++) {
                    double surprise = row[i] - level[i];
                    level[i] += alpha * surprise;
                    double error = surprise - echo * last[i];
                    last[i] = surprise;
                    row[i] = error;
                    var line = products[i];
                    for (int j = 0; j <= i; j++) {
                        line[j] += error * row[j];
                    }
                }
            }
        }
        return products;
    }

    private void row(int t, double[] row) {
        row[0] = 1;
        row[1] = (double) t / values.length;
        int to = 2;
        for (var wave : waves) {
            wave.at(t, row, to);
            to += wave.width();
        }
        row[width] = values[t];
    }

    /** In place. A column that those before it explain is left out. */
    private void factorize() {
        double left = factor[width][width];
        double least = EXACT * squares();
        var full = new double[width];
        for (int i = 0; i < width; i++) {
            full[i] = factor[i][i];
        }
        for (int i = 0; i < width; i++) {
            double pivot = full[i];
            for (int k = 0; k < i; k++) {
                pivot -= factor[i][k] * factor[i][k];
            }
            boolean isNew = pivot > SAME * full[i];
            double root = Math.sqrt(isNew ? pivot : 1);
            factor[i][i] = isNew ? root : Double.POSITIVE_INFINITY;
            for (int j = i + 1; j <= width; j++) {
                double sum = factor[j][i];
                for (int k = 0; k < i; k++) {
                    sum -= factor[j][k] * factor[i][k];
                }
                factor[j][i] = isNew ? sum / root : 0;
            }
            errors[i] = Math.max(least, left);
            left -= explained[i] * explained[i];
        }
        errors[width] = Math.max(least, left);
    }

    /**
     * The echo in the errors of a level with drift, smoothed with share alpha: their first autocorrelation. What is known is taken as if
     * there were no gaps.
     */
    private static double echo(double[] values, double alpha) {
        var regression = new LevelRegression(values, List.of(), alpha, 0);
        var line = regression.coefficients(2);
        double level = 0;
        double last = 0;
        double squares = 0;
        double cross = 0;
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                double surprise = values[t] - line[0] - line[1] * t / values.length - level;
                level += alpha * surprise;
                cross += surprise * last;
                squares += surprise * surprise;
                last = surprise;
            }
        }
        return squares > 0 ? cross / squares : 0;
    }

    private double squares() {
        double squares = 0;
        for (double value : values) {
            squares += Double.isNaN(value) ? 0 : value * value;
        }
        return squares;
    }

    double alpha() {
        return alpha;
    }

    /** Squared one-step error when the first columns are used. */
    double error(int columns) {
        return errors[columns];
    }

    /** What each of the first columns is multiplied by: level, drift (over the whole series), waves. */
    double[] coefficients(int columns) {
        var coefficients = new double[columns];
        for (int i = columns - 1; i >= 0; i--) {
            double sum = explained[i];
            for (int j = i + 1; j < columns; j++) {
                sum -= factor[j][i] * coefficients[j];
            }
            coefficients[i] = sum / factor[i][i];
        }
        return coefficients;
    }
}
