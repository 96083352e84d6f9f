package dev.storetwin.core.forecast;

/** What a quantile may be asked for. */
final class Levels {

    private Levels() {}

    static void check(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("""
                    A quantile level (%s) must be above 0 and below 1.
                    Maybe percent was written where a fraction is meant: 0.9, not 90.""".formatted(level));
        }
    }
}
