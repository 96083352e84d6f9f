package dev.storetwin.event;

/** What a carrier's scan says. */
public enum ScanKind {
    LABEL_CREATED,
    ACCEPTED,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    ATTEMPTED,
    AVAILABLE_FOR_PICKUP,
    EXCEPTION,
    RETURNING,
    OTHER
}
