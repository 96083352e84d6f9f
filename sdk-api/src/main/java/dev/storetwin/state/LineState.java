package dev.storetwin.state;

import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;

/**
 * One order line and what became of it.
 *
 * @param ordered   after edits
 * @param cancelled will not be shipped
 * @param shipped   has left
 * @param returned  came back
 */
public record LineState(
        String lineId, Sku sku, Quantity ordered, Quantity cancelled, Quantity shipped, Quantity returned) {

    /** What still has to leave. */
    public Quantity open() {
        return ordered.minus(cancelled).minus(shipped).orZero();
    }
}
