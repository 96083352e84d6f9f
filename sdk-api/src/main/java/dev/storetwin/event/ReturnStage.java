package dev.storetwin.event;

/** How far a return has come. */
public enum ReturnStage {
    REQUESTED,
    APPROVED,
    DECLINED,
    IN_TRANSIT,
    RECEIVED,
    CANCELLED,
    CLOSED
}
