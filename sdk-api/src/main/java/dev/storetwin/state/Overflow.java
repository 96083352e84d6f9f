package dev.storetwin.state;

/** What becomes of changes that a slow subscriber has no room for. */
public enum Overflow {
    /** The oldest that waits goes. */
    DROP_OLDEST,
    /** The new one goes. */
    DROP_NEWEST,
    /** It becomes one with the newest that waits: what changed is told together, and the state is the last. Nothing is missed. */
    LATEST,
    /** The subscription ends with an error. */
    FAIL
}
