package dev.storetwin.feature;

/** Where served vectors are written down, so that they can be compared with what is computed later. */
@FunctionalInterface
public interface FeatureLog {

    /** Keeps nothing. */
    FeatureLog NONE = vector -> {};

    void append(FeatureVector vector);
}
