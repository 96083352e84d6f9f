package dev.storetwin.core.forecast.ces;

/** How a season takes part in complex exponential smoothing (Svetunkov, Kourentzes and Ord 2022). */
enum CesSeason {
    /** A level that does not move by itself: complex smoothing with the imaginary part 1, which is simple exponential smoothing. */
    LEVEL(true, false, 1),
    /** No season. */
    NONE(true, false, 2),
    /** Each position of the cycle has its own smoothing, all with the same parameters. */
    SIMPLE(false, true, 2),
    /** An additive season beside the complex level. */
    PARTIAL(true, true, 3),
    /** A complex season beside the complex level: it may grow with the level. */
    FULL(true, true, 4);

    private final boolean plain;
    private final boolean lagged;
    private final int parameters;

    CesSeason(boolean plain, boolean lagged, int parameters) {
        this.plain = plain;
        this.lagged = lagged;
        this.parameters = parameters;
    }

    /** Has a component that follows every period. */
    boolean isPlain() {
        return plain;
    }

    /** Has components that follow one position of the cycle each. */
    boolean isLagged() {
        return lagged;
    }

    /** Number of smoothing parameters to search for. */
    int parameters() {
        return parameters;
    }
}
