package dev.storetwin.type;

/** A company that moves parcels or pallets. */
public record CarrierId(String value) implements Comparable<CarrierId> {

    public CarrierId {
        Identifier.check("carrier", value);
    }

    public static CarrierId of(String value) {
        return new CarrierId(value);
    }

    @Override
    public int compareTo(CarrierId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
