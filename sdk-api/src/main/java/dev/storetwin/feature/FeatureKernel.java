package dev.storetwin.feature;

/**
 * Computes one number from one reading of the shop.
 *
 * <p>The same kernel makes online values, backfills and training sets, so it has to be pure: no clock, no chance, no memory, nothing but
 * what the reading gives. What it reads through {@link FeatureReading#daily} cannot look ahead.
 */
@FunctionalInterface
public interface FeatureKernel {

    /** The value, or {@link FeatureReading#missing} with the reason why there is none. */
    double compute(FeatureReading reading);
}
