package dev.storetwin.type;

/**
 * One product of a carrier, such as its express parcel.
 *
 * @param carrier who moves it
 * @param code    the carrier's or platform's name of the service
 */
public record ShippingService(CarrierId carrier, String code) implements Comparable<ShippingService> {

    public ShippingService {
        Identifier.check("shipping service", code);
    }

    @Override
    public int compareTo(ShippingService other) {
        int byCarrier = carrier.compareTo(other.carrier);
        return byCarrier != 0 ? byCarrier : code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return carrier + "/" + code;
    }
}
