package dev.storetwin.state;

/** How far the acting on a decision has come. */
public enum ActStage {
    DECIDED,
    APPROVED,
    REJECTED,
    FAILED,
    APPLIED,
    ROLLED_BACK
}
