package dev.storetwin.state;

/** A part of the shop whose changes somebody may want to hear of. */
public enum Part {
    CATALOG,
    PRICE,
    STOCK,
    DEMAND,
    ORDERS,
    CUSTOMERS,
    NETWORK,
    COMMITMENTS
}
