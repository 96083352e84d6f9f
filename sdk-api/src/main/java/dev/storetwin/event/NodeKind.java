package dev.storetwin.event;

/** What a node is. */
public enum NodeKind {
    WAREHOUSE,
    STORE,
    SUPPLIER,
    PARTNER
}
