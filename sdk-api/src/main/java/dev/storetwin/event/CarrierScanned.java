package dev.storetwin.event;

import dev.storetwin.type.Place;
import dev.storetwin.type.ShipmentId;
import java.util.Optional;

/**
 * A carrier saw the parcel.
 *
 * @param place where, as far as the carrier tells
 */
public record CarrierScanned(
        EventHeader header, ShipmentId shipment, ScanKind kind, Optional<Place> place, String message)
        implements ShipmentEvent {}
