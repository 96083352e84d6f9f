package dev.storetwin.type;

/** In which capacity someone acts. */
public enum Role {
    /** The twin itself. */
    TWIN,
    /** The application that embeds it. */
    HOST,
    /** Runs the shop: decides on rules, limits and what waits. */
    MERCHANT,
    /** Approves, stops and rolls back. */
    OPERATOR,
    /** Looks, and changes nothing. */
    VIEWER,
    /** Says yes or no to what waits. */
    APPROVER,
    /** Writes rules and limits, and nothing else. */
    RULE_AUTHOR,
    /** Whatever there is. */
    ADMIN
}
