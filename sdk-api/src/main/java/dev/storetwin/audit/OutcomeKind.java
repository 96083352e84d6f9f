package dev.storetwin.audit;

/** What can become of an action. */
public enum OutcomeKind {
    /** It was carried out. */
    APPLIED,
    /** The platform reported it back. */
    CONFIRMED,
    /** It could not be carried out; nothing changed. */
    FAILED,
    /** It waits for somebody's yes. */
    WAITING,
    /** It was not tried, because something forbade it by then. */
    REFUSED,
    /** Somebody with the right said yes. */
    APPROVED,
    /** Somebody with the right said no. */
    REJECTED,
    /** What it changed was changed back. */
    ROLLED_BACK
}
