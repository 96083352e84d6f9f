package dev.storetwin.core.forecast.hierarchy;

/**
 * The sample covariance of errors with its correlations shrunk towards none, by the intensity of Schaefer and Strimmer (2005).
 *
 * <p>There are far fewer periods than nodes, so the covariance is held as its diagonal and the standardised errors themselves. An
 * unknown error stands for none: it takes from the correlations and leaves the variance as it is.
 */
final class ShrunkCovariance {

    /** Errors longer ago say less of tomorrow, and each period costs its share of time. */
    private static final int MOST_PERIODS = 300;

    private static final int FEWEST_PERIODS = 3;
    private static final double LEAST_INTENSITY = .01;

    private ShrunkCovariance() {}

    static ErrorCovariance of(NodeForecasts forecasts) {
        var variances = ErrorVariances.of(forecasts);
        var errors = standardised(forecasts.errors(), variances);
        double intensity = intensity(errors);
        return intensity == 1
                ? ErrorCovariance.unrelated(variances.values())
                : covariance(errors, variances.values(), intensity);
    }

    /** Errors in units of their deviation, 0 where unknown, rows of the same length. */
    static double[][] standardised(double[][] errors, ErrorVariances variances) {
        int periods = 0;
        for (var row : errors) {
            periods = Math.max(periods, Math.min(MOST_PERIODS, row.length));
        }
        var standardised = new double[errors.length][periods];
        for (int node = 0; node < errors.length; node++) {
            double deviation = Math.sqrt(variances.meanSquare()[node]);
            var row = errors[node];
            for (int back = 1; back <= Math.min(periods, row.length) && deviation > 0; back++) {
                double error = row[row.length - back];
                standardised[node][periods - back] = Double.isNaN(error) ? 0 : error / deviation;
            }
        }
        return standardised;
    }

    /**
     * The variance of all sample correlations by their squares, both summed over all pairs of nodes without looking at a pair: a sum
     * over pairs of nodes is one over pairs of periods.
     */
    static double intensity(double[][] errors) {
        int periods = errors[0].length;
        if (periods < FEWEST_PERIODS) {
            return 1;
        }
        var byPeriod = new double[periods];
        double fourths = 0;
        double ownSquares = 0;
        for (var row : errors) {
            double own = 0;
            for (int t = 0; t < periods; t++) {
                double square = row[t] * row[t];
                byPeriod[t] += square;
                fourths += square * square;
                own += square;
            }
            ownSquares += own * own;
        }
        double productSquares = -fourths;
        for (double square : byPeriod) {
            productSquares += square * square;
        }
        double squaredProducts = gramSquares(errors) - ownSquares;
        double variance = (productSquares - squaredProducts / periods) / (periods * (periods - 1.0));
        double squares = squaredProducts / ((double) periods * periods);
        return squares > 0 ? Math.min(1, Math.max(LEAST_INTENSITY, variance / squares)) : 1;
    }

    /** Sum of squared inner products over all pairs of periods. */
    private static double gramSquares(double[][] errors) {
        int periods = errors[0].length;
        var gram = new double[periods][periods];
        for (var row : errors) {
            for (int t = 0; t < periods; t++) {
                double error = row[t];
                if (error != 0) {
                    for (int s = 0; s < periods; s++) {
                        gram[t][s] += error * row[s];
                    }
                }
            }
        }
        double squares = 0;
        for (var row : gram) {
            for (double product : row) {
                squares += product * product;
            }
        }
        return squares;
    }

    private static ErrorCovariance covariance(double[][] errors, double[] variances, double intensity) {
        int periods = errors[0].length;
        double share = (1 - intensity) / periods;
        var diagonal = new double[variances.length];
        for (int node = 0; node < variances.length; node++) {
            double scale = Math.sqrt(share * variances[node]);
            double related = 0;
            for (int t = 0; t < periods; t++) {
                related += share * errors[node][t] * errors[node][t];
                errors[node][t] *= scale;
            }
            diagonal[node] = variances[node] * Math.max(intensity, 1 - related);
        }
        return new ErrorCovariance(diagonal, errors);
    }
}
