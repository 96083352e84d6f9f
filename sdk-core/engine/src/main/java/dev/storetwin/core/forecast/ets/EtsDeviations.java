package dev.storetwin.core.forecast.ets;

/**
 * Standard deviations of the forecast errors of a model (Hyndman, Koehler, Ord and Snyder 2008, chapter 6).
 *
 * <ul>
 *   <li>Class 1, all additive: in closed form.
 *   <li>Class 2, relative errors on additive states: the exact recursion of the second moment.
 *   <li>Class 3, relative errors on a level times a season: the exact second moments, season by season.
 *   <li>All others have no closed form; there each error to come adds, on its own, what one standard deviation of it would move.
 * </ul>
 */
final class EtsDeviations {

    /** More than this is without bounds for all that anybody can use. */
    private static final double FURTHEST = 1e100;

    private final EtsModel model;
    private final Smoothing smoothing;
    private final Smoother now;
    private final double variance;

    /** @param variance of the errors, relative ones when the model has them so */
    EtsDeviations(EtsModel model, Smoothing smoothing, Smoother now, double variance) {
        this.model = model;
        this.smoothing = smoothing;
        this.now = now;
        this.variance = variance;
    }

    double[] ahead(int horizon) {
        boolean plainTrend = model.trend() != Component.MULTIPLICATIVE;
        boolean relative = model.error() == Component.MULTIPLICATIVE;
        boolean plainSeason = model.season() != Component.MULTIPLICATIVE;
        double[] variances;
        if (plainTrend && plainSeason) {
            variances = relative ? relativeErrors(horizon) : additiveErrors(horizon);
        } else if (plainTrend && relative) {
            variances = new SeasonalMoments(smoothing, now, variance).variances(horizon);
        } else {
            variances = oneErrorAtATime(horizon);
        }
        for (int i = 0; i < horizon; i++) {
            double deviation = Math.sqrt(Math.max(0, variances[i]));
            variances[i] = deviation <= FURTHEST ? deviation : FURTHEST;
        }
        return variances;
    }

    private double[] additiveErrors(int horizon) {
        var weights = squaredWeights(horizon);
        var variances = new double[horizon];
        double sum = 1;
        for (int i = 0; i < horizon; i++) {
            variances[i] = variance * sum;
            sum += weights[i];
        }
        return variances;
    }

    private double[] relativeErrors(int horizon) {
        var weights = squaredWeights(horizon);
        var means = now.ahead(horizon);
        var moments = new double[horizon];
        var variances = new double[horizon];
        for (int i = 0; i < horizon; i++) {
            double past = 0;
            for (int j = 1; j <= i; j++) {
                past += weights[j - 1] * moments[i - j];
            }
            moments[i] = means[i] * means[i] + variance * past;
            variances[i] = variance * (moments[i] + past);
        }
        return variances;
    }

    /** Squares of what an error of one moves the forecast one, two, ... periods after it. */
    private double[] squaredWeights(int horizon) {
        int period = now.period();
        var weights = new double[horizon];
        double fading = 1;
        double faded = 0;
        for (int j = 1; j <= horizon; j++) {
            fading *= smoothing.phi();
            faded += fading;
            double season = period > 0 && j % period == 0 ? smoothing.gamma() : 0;
            double weight = smoothing.alpha() + smoothing.beta() * faded + season;
            weights[j - 1] = weight * weight;
        }
        return weights;
    }

    private double[] oneErrorAtATime(int horizon) {
        var means = now.ahead(horizon);
        var variances = new double[horizon];
        var at = now.copy();
        for (int i = 0; i < horizon; i++) {
            double size = Math.sqrt(variance) * (model.error() == Component.MULTIPLICATIVE ? Math.abs(means[i]) : 1);
            var moved = at.copy();
            moved.see(means[i] + size);
            variances[i] += size * size;
            for (int j = i + 1; j < horizon; j++) {
                double change = moved.forecast() - means[j];
                variances[j] += change * change;
                moved.see(Double.NaN);
            }
            at.see(Double.NaN);
        }
        return variances;
    }
}
