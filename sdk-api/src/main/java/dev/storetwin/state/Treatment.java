package dev.storetwin.state;

/** What becomes of an event that has a defect. */
public enum Treatment {
    /** Nobody looks. */
    IGNORE,
    /** It is taken, and counted in the quality report. */
    NOTE,
    /** It is kept apart until somebody repairs or discards it. */
    QUARANTINE
}
