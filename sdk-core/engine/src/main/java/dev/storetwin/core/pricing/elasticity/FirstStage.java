package dev.storetwin.core.pricing.elasticity;

import dev.storetwin.core.pricing.elasticity.Lasting.Residuals;
import dev.storetwin.core.pricing.elasticity.Slope.Instrument;
import java.util.Optional;

/**
 * How an instrument moves the price of one series.
 *
 * @param strength  F, were errors independent; infinite without an instrument
 * @param wider     by how much the variance of the pull is larger, for neighbours share shocks (Olea and Pflueger 2013)
 * @param pull      by how much the price follows
 * @param pullError its standard error, were errors independent
 * @param left      what it leaves of the price
 */
record FirstStage(double strength, double wider, double pull, double pullError, Optional<Residuals> left) {

    static final FirstStage NONE = new FirstStage(Double.POSITIVE_INFINITY, 1, 0, 0, Optional.empty());

    /**
     * @param lasting     by how much the variance is larger for what lasts, at least
     * @param hidden      by how much the noise goes with the rest of the price
     * @param hiddenShare of the noise
     */
    Instrument given(double lasting, double hidden, double hiddenShare) {
        if (Double.isInfinite(strength)) {
            return Instrument.NONE;
        }
        double larger = Math.max(1, Math.max(wider, lasting));
        return new Instrument(strength / larger, pull, pullError * Math.sqrt(larger), hidden, hiddenShare);
    }
}
