package dev.storetwin.pricing;

import java.util.Locale;

/** What an elasticity rests on. */
public enum ElasticityStatus {
    /** The SKU's own history, drawn to its category by how little it says. */
    ESTIMATED,
    /** Its category or shop: its own history says too little. */
    POOLED,
    /** Its category or shop: what its own history says cannot be true. */
    REFUSED,
    /** Nothing in the history: it cannot tell an answer to price from what moved price and demand together. */
    UNIDENTIFIED;

    /** As files spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
