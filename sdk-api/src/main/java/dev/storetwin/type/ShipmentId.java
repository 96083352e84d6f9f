package dev.storetwin.type;

/** One parcel or pallet on its way, as the platform or carrier names it. */
public record ShipmentId(String value) implements Comparable<ShipmentId> {

    public ShipmentId {
        Identifier.check("shipment id", value);
    }

    public static ShipmentId of(String value) {
        return new ShipmentId(value);
    }

    @Override
    public int compareTo(ShipmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
