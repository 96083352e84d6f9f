package dev.storetwin.decision;

/** One thing that somebody may be permitted to do. */
public enum Right {
    /** Have decisions carried out. */
    APPLY,
    /** Say yes or no to what waits. */
    APPROVE,
    /** Stop all acting. */
    STOP,
    /** Let the twin act again after a stop. */
    RELEASE,
    /** Set how far the twin may go alone. */
    GRANT,
    /** Say what became of an action that nobody heard of again. */
    RESOLVE,
    /** Change back what decisions changed. */
    ROLL_BACK,
    /** Put other rules in force. */
    INSTALL_RULES,
    /** Have persons forgotten. */
    ERASE
}
