package dev.storetwin.core.forecast.ces;

/** The least and the largest value seen, and how far beyond a forecast may go. Both 0 when nothing was seen. */
record Bounds(double low, double high) {

    private static final double ABSURD = 10;

    static Bounds of(double[] values) {
        var bounds = new Bounds(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        for (double value : values) {
            bounds = bounds.with(value);
        }
        return bounds.low <= bounds.high ? bounds : new Bounds(0, 0);
    }

    Bounds with(double value) {
        return Double.isNaN(value) ? this : new Bounds(Math.min(low, value), Math.max(high, value));
    }

    double range() {
        return high - low;
    }

    /** Within so many ranges around what was seen. */
    boolean holds(double value, double ranges) {
        return value >= low - ranges * range() && value <= high + ranges * range();
    }

    /** The nearest value that is not absurd. */
    double sane(double value) {
        double beyond = ABSURD * range();
        return Double.isNaN(value) ? low + range() / 2 : Math.max(low - beyond, Math.min(high + beyond, value));
    }

    /** The nearest deviation that is not absurd. */
    double saneDeviation(double deviation) {
        return deviation < ABSURD * range() ? deviation : ABSURD * range();
    }
}
