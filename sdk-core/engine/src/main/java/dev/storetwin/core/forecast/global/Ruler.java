package dev.storetwin.core.forecast.global;

/**
 * What a series is measured by at an origin, so that all series look alike: a value becomes {@code (value - centre) / scale}.
 *
 * @param centre taken away first
 * @param scale  divided by then, above 0
 */
record Ruler(double centre, double scale) {

    private static final double LEAST = 1e-100;
    private static final double LEAST_OF_SIZE = 1e-6;

    /** For demand that is often zero: by its level since the first sale, so that zero stays zero. */
    static Ruler byLevel(History history, int origin) {
        return new Ruler(0, atLeast(LEAST, history.meanSize(0, origin)));
    }

    /** For demand that moves: from where it stands, by how much it changes. */
    static Ruler byChange(History history, int origin) {
        double last = history.lastKnown(origin);
        double centre = Double.isNaN(last) ? 0 : last;
        double least = Math.max(LEAST, Math.abs(centre) * LEAST_OF_SIZE);
        return new Ruler(centre, atLeast(least, history.meanChange(0, origin)));
    }

    private static double atLeast(double least, double value) {
        return value > least ? value : least;
    }

    double scaled(double value) {
        return (value - centre) / scale;
    }

    double unscaled(double value) {
        return centre + scale * value;
    }
}
