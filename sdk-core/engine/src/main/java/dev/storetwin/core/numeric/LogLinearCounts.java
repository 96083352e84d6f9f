package dev.storetwin.core.numeric;

import java.util.Arrays;
import java.util.Optional;

/**
 * Counts whose mean is an exposure times the exponential of a weighted sum of columns.
 *
 * <p>How it works: iteratively reweighted least squares for the quasi-likelihood with variance mean + scatter * mean^2, the scatter
 * found from the residuals (Breslow 1984), so that small counts weigh as Poisson and large ones as log-normal values do. Zeros need no
 * care, unlike with logarithms of counts. Normal priors on the coefficients keep weakly supported ones near where they are believed to
 * be. Standard errors are widened by what the variance does not explain.
 */
public final class LogLinearCounts {

    private static final int ROUNDS = 3;
    private static final int MOST_STEPS = 40;
    private static final double TOLERANCE = 1e-9;
    private static final double LARGEST_EXPONENT = 30;
    private static final double LONGEST_STEP = 4;

    private final double[] counts;
    private final double[] exposures;
    private final double[][] columns;
    private final double[] priorMeans;
    private final double[] priorPrecisions;
    private final double[] coefficients;
    private final double[] means;
    private double scatter;
    private double excess = 1;

    private LogLinearCounts(
            double[] counts, double[] exposures, double[][] columns, double[] priorMeans, double[] priorPrecisions) {
        this.counts = counts;
        this.exposures = exposures;
        this.columns = columns;
        this.priorMeans = priorMeans;
        this.priorPrecisions = priorPrecisions;
        this.coefficients = new double[columns.length];
        this.means = new double[counts.length];
    }

    /** What a fit came to. */
    public static final class Fit {

        private final double[] coefficients;
        private final double[] standardErrors;
        private final double scatter;
        private final double[] means;

        private Fit(double[] coefficients, double[] standardErrors, double scatter, double[] means) {
            this.coefficients = coefficients;
            this.standardErrors = standardErrors;
            this.scatter = scatter;
            this.means = means;
        }

        /** One per column. */
        public double[] coefficients() {
            return coefficients.clone();
        }

        /** One per column. */
        public double[] standardErrors() {
            return standardErrors.clone();
        }

        /** Of the variance mean + scatter * mean^2. */
        public double scatter() {
            return scatter;
        }

        /** What each count was expected to be. */
        public double[] means() {
            return means.clone();
        }
    }

    /**
     * Fits the coefficients; empty when the columns do not tell them apart or the search does not settle.
     *
     * @param counts          not negative
     * @param exposures       above zero
     * @param columns         the first one is all ones; one value per count in each
     * @param priorMeans      where a coefficient is believed to be
     * @param priorPrecisions one by the variance of that belief; 0 for none
     */
    public static Optional<Fit> fit(
            double[] counts, double[] exposures, double[][] columns, double[] priorMeans, double[] priorPrecisions) {
        return new LogLinearCounts(counts, exposures, columns, priorMeans, priorPrecisions).fit();
    }

    private Optional<Fit> fit() {
        double total = Arrays.stream(counts).sum();
        int freedom = counts.length - columns.length;
        if (!(total > 0) || freedom < 1) {
            return Optional.empty();
        }
        coefficients[0] = StrictMath.log(total / Arrays.stream(exposures).sum());
        for (int round = 0; round < ROUNDS; round++) {
            if (!settle()) {
                return Optional.empty();
            }
            measure(freedom);
        }
        return settle() ? errors() : Optional.empty();
    }

    /** Newton's steps until they are small. */
    private boolean settle() {
        for (int step = 0; step < MOST_STEPS; step++) {
            predict();
            var gradient = gradient();
            var move = Cholesky.solve(information(), gradient);
            if (move.isEmpty()) {
                return false;
            }
            double longest = Arrays.stream(move.get()).map(Math::abs).max().orElse(0);
            if (!Double.isFinite(longest)) {
                return false;
            }
            double shrink = Math.min(1, LONGEST_STEP / Math.max(longest, TOLERANCE));
            for (int i = 0; i < coefficients.length; i++) {
                coefficients[i] += shrink * move.get()[i];
            }
            if (longest < TOLERANCE) {
                predict();
                return true;
            }
        }
        return false;
    }

    private void predict() {
        for (int row = 0; row < counts.length; row++) {
            double exponent = 0;
            for (int i = 0; i < columns.length; i++) {
                exponent += coefficients[i] * columns[i][row];
            }
            exponent = Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, exponent));
            means[row] = exposures[row] * StrictMath.exp(exponent);
        }
    }

    private double[] gradient() {
        var gradient = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            double sum = 0;
            for (int row = 0; row < counts.length; row++) {
                sum += columns[i][row] * (counts[row] - means[row]) / (1 + scatter * means[row]);
            }
            gradient[i] = sum / excess + priorPrecisions[i] * (priorMeans[i] - coefficients[i]);
        }
        return gradient;
    }

    private double[][] information() {
        var information = new double[columns.length][columns.length];
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int row = 0; row < counts.length; row++) {
                    sum += columns[i][row] * columns[j][row] * means[row] / (1 + scatter * means[row]);
                }
                information[i][j] = sum / excess;
                information[j][i] = information[i][j];
            }
            information[i][i] += priorPrecisions[i];
        }
        return information;
    }

    /** Scatter by the method of moments, then by how much residuals are still larger than the variance says. */
    private void measure(int freedom) {
        double over = 0;
        double squares = 0;
        double spare = (double) counts.length / freedom;
        for (int row = 0; row < counts.length; row++) {
            double error = counts[row] - means[row];
            over += spare * error * error - means[row];
            squares += means[row] * means[row];
        }
        scatter = Math.max(0, over / squares);
        double pearson = 0;
        for (int row = 0; row < counts.length; row++) {
            double error = counts[row] - means[row];
            pearson += error * error / (means[row] + scatter * means[row] * means[row]);
        }
        excess = Math.max(1, pearson / freedom);
    }

    private Optional<Fit> errors() {
        var information = information();
        var errors = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            var unit = new double[columns.length];
            unit[i] = 1;
            var column = Cholesky.solve(information, unit);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            errors[i] = Math.sqrt(column.get()[i]);
        }
        return Optional.of(new Fit(coefficients.clone(), errors, scatter, means.clone()));
    }
}
