package dev.storetwin.core.forecast.arima;

/**
 * A fitted ARIMA model, free of the series it came from.
 *
 * @param constant      whether the first effect is of a mean, or of a drift per period once the values are differenced
 * @param effects       of the constant, if there is one, and of the columns
 * @param variance      of the shocks, unbiased
 * @param logLikelihood of the known values, without those that differencing uses up
 * @param known         number of values that the likelihood counts
 * @param counted       number of parameters, the variance among them
 */
record Estimate(
        ArimaOrder order,
        boolean constant,
        Coefficients coefficients,
        double[] effects,
        double variance,
        double logLikelihood,
        int known,
        int counted) {

    double aic() {
        return -2 * logLikelihood + 2 * counted;
    }

    /** Akaike's criterion corrected for short series; infinite when there are hardly more values than parameters. */
    double aicc() {
        int left = known - counted - 1;
        return left > 0 ? aic() + 2.0 * counted * (counted + 1) / left : Double.POSITIVE_INFINITY;
    }

    /** The same when only some of the values were known and the others were guessed without noise: the shocks are larger. */
    Estimate ofKnown(int some, int all) {
        double share = (double) all / Math.max(1, some);
        return new Estimate(order, constant, coefficients, effects, variance * share, logLikelihood, known, counted);
    }

    /** The same of values so many times as large. */
    Estimate scaled(double scale) {
        return new Estimate(
                order,
                constant,
                coefficients,
                times(effects, scale),
                variance * scale * scale,
                logLikelihood - known * StrictMath.log(scale),
                known,
                counted);
    }

    private static double[] times(double[] values, double scale) {
        var result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] *= scale;
        }
        return result;
    }
}
