package dev.storetwin.core.pricing.elasticity;

/** What an elasticity rests on. */
public enum ElasticityStatus {
    /** Its own observations, drawn to its group by how little they say. */
    ESTIMATED,
    /** Its group: its own observations say too little. */
    POOLED,
    /** Its group: what its own observations say cannot be true. */
    REFUSED,
    /** Nothing: the observations cannot tell an answer to price from what moved price and demand together. There is no number. */
    UNIDENTIFIED
}
