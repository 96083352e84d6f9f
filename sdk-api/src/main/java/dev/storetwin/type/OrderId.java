package dev.storetwin.type;

/** A customer's order. */
public record OrderId(String value) implements Comparable<OrderId> {

    public OrderId {
        Identifier.check("order id", value);
    }

    public static OrderId of(String value) {
        return new OrderId(value);
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
