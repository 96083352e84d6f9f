package dev.storetwin.type;

/** One thing the twin can decide about. */
public enum Capability {
    PRICING,
    INVENTORY,
    FULFILLMENT,
    WAREHOUSE,
    RETURNS,
    MERCHANDISING
}
