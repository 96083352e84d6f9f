package dev.storetwin.platform;

/** What a platform keeps lists of, in the order in which it is read: what others refer to comes first. */
public enum ResourceKind {
    CHANNELS,
    NODES,
    PRODUCTS,
    PRICES,
    COSTS,
    PROMOTIONS,
    SUPPLIERS,
    STOCK_LEVELS,
    PURCHASE_ORDERS,
    CUSTOMERS,
    ORDERS,
    SHIPMENTS,
    RETURNS,
    REFUNDS
}
