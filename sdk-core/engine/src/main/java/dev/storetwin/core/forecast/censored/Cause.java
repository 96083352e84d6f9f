package dev.storetwin.core.forecast.censored;

/** Why a thing ran out. */
enum Cause {
    /** The supply had a gap at a time of its own: the period says little, and the others are a fair sample of demand. */
    SUPPLY,
    /** Demand was above what was on the shelf: the period says "at least", and the others are its quieter part. */
    DEMAND,
    /** Now the one, now the other. */
    EITHER
}
