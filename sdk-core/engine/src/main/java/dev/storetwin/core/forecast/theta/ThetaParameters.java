package dev.storetwin.core.forecast.theta;

/**
 * What a Theta model learned from a series.
 *
 * @param first    level before the first period
 * @param alpha    share of each surprise that the level takes over
 * @param weight   of the line: 1 - 1 / theta, from 0 to less than 1
 * @param dynamic  whether the line is drawn anew with each value
 * @param line     through the whole series; before the first value where dynamic
 * @param variance of the one-step errors
 */
record ThetaParameters(double first, double alpha, double weight, boolean dynamic, Line line, double variance) {

    double theta() {
        return 1 / (1 - weight);
    }
}
