package dev.storetwin.core.forecast.ets;

/**
 * First and second moments of level and trend times a season, under relative errors: class 3 of Hyndman, Koehler, Ord and Snyder 2008,
 * chapter 6.
 *
 * <p>The book follows the moments of all seasons at once, a matrix of the cycle times the states. But a season changes only when its
 * turn comes, so for each one the second moments of (level, trend) times it suffice, three numbers: between its turns they move as the
 * states alone do, on its turn the common error joins in up to its fourth moment, 3 sigma^4 as of a normal one.
 *
 * <p>A damped trend fades here from the second period on, as in the form that first had these moments (Hyndman, Koehler, Ord and Snyder
 * 2005) and in the well-known implementations, whereas the model of 2008 lets it fade from the first. So the spread is a little wider
 * than it need be.
 */
final class SeasonalMoments {

    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double phi;
    private final Smoother now;
    private final double variance;

    private double mean0;
    private double mean1;
    private double moment00;
    private double moment01;
    private double moment11;

    SeasonalMoments(Smoothing smoothing, Smoother now, double variance) {
        this.alpha = smoothing.alpha();
        this.beta = smoothing.beta();
        this.gamma = smoothing.gamma();
        this.phi = smoothing.phi();
        this.now = now;
        this.variance = variance;
    }

    double[] variances(int horizon) {
        var seasons = now.seasons();
        var variances = new double[horizon];
        for (int phase = 0; phase < Math.min(horizon, seasons.length); phase++) {
            follow(seasons[phase], phase, seasons.length, variances);
        }
        return variances;
    }

    private void follow(double season, int phase, int period, double[] variances) {
        mean0 = now.level() * season;
        mean1 = now.trend() * season;
        moment00 = mean0 * mean0;
        moment01 = mean0 * mean1;
        moment11 = mean1 * mean1;
        for (int i = 0; i < variances.length; i++) {
            boolean turn = i % period == phase;
            if (turn) {
                double mean = mean0 + mean1;
                double moment = moment00 + 2 * moment01 + moment11;
                variances[i] = (1 + variance) * moment - mean * mean;
            }
            step(turn ? gamma : 0);
        }
    }

    /**
     * One period: states x become (F + G e) x with F = (1 1; 0 phi) and G = (alpha; beta) times (1 1), and the season s becomes
     * (1 + g e) s, with g = 0 when it is not its turn.
     */
    private void step(double g) {
        double f0 = mean0 + mean1;
        double f1 = phi * mean1;
        mean0 = f0 * (1 + g * alpha * variance);
        mean1 = f1 + g * beta * variance * f0;

        double ff = moment00 + 2 * moment01 + moment11;
        double fb = phi * moment01 + phi * moment11;
        double bb = phi * phi * moment11;
        double still = 1 + g * g * variance;
        double joint = 2 * g * variance;
        double twice = variance + 3 * g * g * variance * variance;
        moment00 = still * ff + joint * 2 * alpha * ff + twice * alpha * alpha * ff;
        moment01 = still * fb + joint * (alpha * fb + beta * ff) + twice * alpha * beta * ff;
        moment11 = still * bb + joint * 2 * beta * fb + twice * beta * beta * ff;
    }
}
