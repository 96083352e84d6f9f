package dev.storetwin.state;

import java.util.OptionalDouble;

/**
 * Deliveries that were promised until some day, and how many of them reached the customer in time.
 *
 * @param promised each shipment of an order once; an order of which nothing has left once
 * @param onTime   delivered, or laid ready for pick-up, at the promised moment or before
 */
public record DeliveryCount(int promised, int onTime) {

    public static final DeliveryCount NONE = new DeliveryCount(0, 0);

    public DeliveryCount {
        if (onTime < 0 || promised < onTime) {
            throw new IllegalArgumentException(
                    "%d of %d deliveries on time, expected no more than were promised.\nMaybe both are exchanged."
                            .formatted(onTime, promised));
        }
    }

    public DeliveryCount plus(DeliveryCount other) {
        return new DeliveryCount(promised + other.promised, onTime + other.onTime);
    }

    /** Empty when nothing was promised. */
    public OptionalDouble rate() {
        return promised == 0 ? OptionalDouble.empty() : OptionalDouble.of(onTime / (double) promised);
    }
}
