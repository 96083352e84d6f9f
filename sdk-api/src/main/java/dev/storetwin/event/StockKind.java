package dev.storetwin.event;

/** In which condition stock is. Only sellable stock can be promised. */
public enum StockKind {
    SELLABLE,
    DAMAGED,
    ON_HOLD,
    SAFETY,
    IN_RETURN
}
