package dev.storetwin.core.pricing.elasticity;

/**
 * What the observations of one series say of its elasticity.
 *
 * @param value      the estimate
 * @param noise      variance of what is left of demand
 * @param unit       variance of the estimate per unit of noise
 * @param freedom    degrees of freedom of the noise
 * @param dependence by how much the variance is larger, because neighbours in time and stores share their shocks
 * @param periods    that the dependence was seen over
 * @param strength   first-stage F of an instrument, infinite without one
 * @param pull       by how much the price follows the instrument, zero without one
 * @param pullError  its standard error
 * @param unstable   why it cannot be relied on, empty when it can
 */
record Slope(
        double value,
        double noise,
        double unit,
        int freedom,
        double dependence,
        int periods,
        double strength,
        double pull,
        double pullError,
        String unstable) {

    double variance() {
        return noise * unit;
    }

    double error() {
        return Math.sqrt(variance() * dependence);
    }

    Slope withNoise(double moderated, int freedom) {
        return new Slope(value, moderated, unit, freedom, dependence, periods, strength, pull, pullError, unstable);
    }

    /**
     * With a variance that takes another pull for the true one. A chance agreement of instrument and shock moves the estimate and makes its own
     * pull look strong, so that of two estimates the worse would seem the better.
     */
    Slope withPull(double usual) {
        double wider = pull / usual;
        return new Slope(
                value, noise, unit * wider * wider, freedom, dependence, periods, strength, pull, pullError, unstable);
    }

    Slope withDependence(double ratio) {
        return new Slope(value, noise, unit, freedom, ratio, periods, strength, pull, pullError, unstable);
    }
}
