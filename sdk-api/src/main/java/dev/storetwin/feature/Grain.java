package dev.storetwin.feature;

/** What one row of features is about. */
public enum Grain {
    SKU,
    SKU_CHANNEL,
    SKU_NODE,
    NODE,
    CARRIER,
    SUBJECT,
    SHOP;

    /** Whether every entity of this grain lies in exactly one of the other. */
    public boolean rollsUpTo(Grain other) {
        return this == other
                || other == SHOP
                || switch (other) {
                    case SKU -> this == SKU_CHANNEL || this == SKU_NODE;
                    case NODE -> this == SKU_NODE;
                    default -> false;
                };
    }
}
