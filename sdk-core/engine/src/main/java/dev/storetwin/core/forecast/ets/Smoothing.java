package dev.storetwin.core.forecast.ets;

/**
 * How fast the states follow the data.
 *
 * @param alpha of the level
 * @param beta  of the trend; 0 without one
 * @param gamma of the season; 0 without one
 * @param phi   what is left of the trend after a period; 1 when it is not damped
 */
public record Smoothing(double alpha, double beta, double gamma, double phi) {

    static final double LOWEST = 1e-4;
    static final double HIGHEST = .9999;
    static final double LOWEST_PHI = .8;
    static final double HIGHEST_PHI = .98;

    /** Where the search starts: a level that is slow when the cycle is long, and little trust in changes of trend and season. */
    static Smoothing initial(EtsModel model, int period) {
        double alpha = LOWEST + .2 * (HIGHEST - LOWEST) / (model.hasSeason() ? period : 1);
        double beta = model.hasTrend() ? LOWEST + .1 * (Math.min(HIGHEST, alpha) - LOWEST) : 0;
        double gamma = model.hasSeason() ? LOWEST + .05 * (Math.min(HIGHEST, 1 - alpha) - LOWEST) : 0;
        double phi = model.damped() ? LOWEST_PHI + .99 * (HIGHEST_PHI - LOWEST_PHI) : 1;
        return new Smoothing(alpha, beta, gamma, phi);
    }
}
