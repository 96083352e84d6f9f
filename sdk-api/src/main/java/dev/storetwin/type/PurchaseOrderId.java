package dev.storetwin.type;

/** The shop's own order to a supplier. */
public record PurchaseOrderId(String value) implements Comparable<PurchaseOrderId> {

    public PurchaseOrderId {
        Identifier.check("purchase order id", value);
    }

    public static PurchaseOrderId of(String value) {
        return new PurchaseOrderId(value);
    }

    @Override
    public int compareTo(PurchaseOrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
