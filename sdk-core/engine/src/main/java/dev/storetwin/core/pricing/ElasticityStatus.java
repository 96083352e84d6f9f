package dev.storetwin.core.pricing;

/** What an elasticity rests on. */
public enum ElasticityStatus {
    /** The SKU's own history, drawn to its category. */
    ESTIMATED,
    /** Its category or shop: its own history says too little. */
    POOLED,
    /** Its category or shop: what its own history says cannot be true. */
    REFUSED,
    /** What is usual in the trade: no history of the shop says anything. */
    UNIDENTIFIED
}
