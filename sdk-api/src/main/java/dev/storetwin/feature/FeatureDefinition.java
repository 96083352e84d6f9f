package dev.storetwin.feature;

/**
 * What a number means. A changed meaning is a new version.
 *
 * @param name    such as {@code sales_velocity_28d}
 * @param version counts up with every change of meaning
 * @param unit    such as {@code units/day}
 * @param meaning in one sentence
 */
public record FeatureDefinition(String name, int version, String unit, String meaning) {

    /** For example {@code sales_velocity_28d/1}. */
    public String id() {
        return name + "/" + version;
    }
}
