package dev.storetwin.state;

/** How far an order has come. */
public enum OrderStage {
    /** Facts about it arrived, but not yet the order itself. */
    UNKNOWN,
    PLACED,
    PARTLY_SHIPPED,
    SHIPPED,
    CANCELLED
}
