package dev.storetwin.type;

/** A company the shop buys from. */
public record SupplierId(String value) implements Comparable<SupplierId> {

    public SupplierId {
        Identifier.check("supplier", value);
    }

    public static SupplierId of(String value) {
        return new SupplierId(value);
    }

    @Override
    public int compareTo(SupplierId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
