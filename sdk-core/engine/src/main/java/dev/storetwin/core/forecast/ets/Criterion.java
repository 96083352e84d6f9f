package dev.storetwin.core.forecast.ets;

/** What a fit makes small. */
enum Criterion {
    /** Minus twice the logarithm of the likelihood, but for a constant. */
    LIKELIHOOD,
    /** The mean square of the one-step errors, in units of the series, also for models of relative errors. */
    SQUARED_ERROR
}
