package dev.storetwin.type;

/** In which capacity someone acts. */
public enum Role {
    /** The twin itself. */
    TWIN,
    /** The application that embeds it. */
    HOST,
    /** Writes rules and limits. */
    MERCHANT,
    /** Approves, stops and rolls back. */
    OPERATOR
}
