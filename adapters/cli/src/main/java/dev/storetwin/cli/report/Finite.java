package dev.storetwin.cli.report;

/** Numbers that can be drawn: neither NaN nor beyond all measure. */
final class Finite {

    private static final double MOST = 1e15;

    private Finite() {}

    static boolean isDrawable(double value) {
        return Math.abs(value) <= MOST;
    }

    static void check(String what, double value) {
        if (!isDrawable(value)) {
            throw new IllegalArgumentException(
                    "A chart needs a number for %s, not %s.\nMaybe leave the chart out and say why."
                            .formatted(what, value));
        }
    }
}
