package dev.storetwin.state;

import dev.storetwin.type.Quantity;

/**
 * What one node holds of one SKU.
 *
 * @param onHand   physically present and sellable; negative when a platform reports so
 * @param reserved promised to orders that have not shipped
 * @param onOrder  bought or transferred but not yet received
 */
public record StockLevel(Quantity onHand, Quantity reserved, Quantity onOrder) {

    public static final StockLevel EMPTY = new StockLevel(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);

    /** What can be promised now. Negative when oversold. */
    public Quantity availableToPromise() {
        return onHand.minus(reserved);
    }

    /** On hand and on order, less what is promised: what replenishment counts on. */
    public Quantity position() {
        return onHand.plus(onOrder).minus(reserved);
    }

    public StockLevel plus(StockLevel other) {
        return new StockLevel(onHand.plus(other.onHand), reserved.plus(other.reserved), onOrder.plus(other.onOrder));
    }
}
