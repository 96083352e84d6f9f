package dev.storetwin.state;

/** How far the acting on a decision has come. */
public enum ActStage {
    DECIDED,
    /** It waits for somebody's yes. */
    WAITING,
    APPROVED,
    REJECTED,
    FAILED,
    /** It was about to be carried out, and what became of it is not known yet. */
    RESERVED,
    APPLIED,
    ROLLED_BACK
}
