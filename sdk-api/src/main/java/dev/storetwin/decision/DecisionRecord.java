package dev.storetwin.decision;

/**
 * A decision as the audit trail remembers it.
 *
 * @param entry    its place in the trail, counted from 0
 * @param decision with actions as far as they were written down
 */
public record DecisionRecord(long entry, Decision<RecordedAction> decision) {}
