package dev.storetwin.core.pricing.elasticity;

/**
 * What the observations of one series say of its elasticity.
 *
 * @param value      the estimate
 * @param noise      variance of what is left of demand
 * @param unit       variance of the estimate per unit of noise
 * @param freedom    degrees of freedom of the noise
 * @param dependence by how much the variance is larger, because neighbours in time and stores share their shocks: by sums over a window
 * @param clustered  by how much it is larger for errors that stores share or that are not alike
 * @param lasting    by how much more for what lasts from period to period
 * @param periods    that the dependence was seen over
 * @param instrument that it was found by
 * @param unstable   why it cannot be relied on, empty when it can
 */
record Slope(
        double value,
        double noise,
        double unit,
        int freedom,
        double dependence,
        double clustered,
        double lasting,
        int periods,
        Instrument instrument,
        String unstable) {

    /**
     * What an instrument does.
     *
     * @param strength    first-stage F, infinite without one
     * @param pull        by how much the price follows it, zero without one
     * @param pullError   its standard error
     * @param hidden      by how much the noise goes with what the instrument does not explain of the price
     * @param hiddenShare of the noise
     */
    record Instrument(double strength, double pull, double pullError, double hidden, double hiddenShare) {

        static final Instrument NONE = new Instrument(Double.POSITIVE_INFINITY, 0, 0, 0, 0);
    }

    double strength() {
        return instrument.strength();
    }

    double variance() {
        return noise * unit;
    }

    double error() {
        return Math.sqrt(variance() * dependence);
    }

    Slope withNoise(double moderated, int freedom) {
        return new Slope(
                value, moderated, unit, freedom, dependence, clustered, lasting, periods, instrument, unstable);
    }

    Slope with(double other, double unit, Instrument instrument) {
        return new Slope(other, noise, unit, freedom, dependence, clustered, lasting, periods, instrument, unstable);
    }

    Slope withDependence(double ratio) {
        return new Slope(value, noise, unit, freedom, ratio, 1, 1, periods, instrument, unstable);
    }
}
