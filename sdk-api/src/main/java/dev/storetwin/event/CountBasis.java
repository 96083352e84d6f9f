package dev.storetwin.event;

/** What a count counts. */
public enum CountBasis {
    /** Everything that is physically there. */
    ON_HAND,
    /** What is left after open orders; the platform has subtracted its reservations already. */
    AVAILABLE
}
