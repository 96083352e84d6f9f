package dev.storetwin.core.forecast.calibration;

/**
 * Intervals that learn from whether they held: each value outside widens them, each value inside narrows them a little, so that in
 * the long run as many lie outside as were promised, whatever the world does (Gibbs and Candes 2021; as quantile tracking in
 * Angelopoulos, Candes and Tibshirani 2023).
 *
 * @param promised half width of the promised interval, in deviations
 * @param width    half width that would have kept the promise, in deviations
 */
public record AdaptiveConformal(double promised, double width) {

    /** Share of values outside: that of an 80 % interval, which is hit often enough to learn from. */
    private static final double MISSED = .2;

    private static final double RATE = .1;
    private static final double NARROWEST = .5;
    private static final double WIDEST = 4;

    /** Before anything is learned; for the normal distribution. */
    public static final AdaptiveConformal START = new AdaptiveConformal(1.2815515655446004, 1.2815515655446004);

    /**
     * One value more.
     *
     * @param score its error in deviations as calibrated at the start; {@code NaN} when unknown
     */
    public AdaptiveConformal saw(double score) {
        if (Double.isNaN(score)) {
            return this;
        }
        double step = RATE * promised * (Math.abs(score) > width ? 1 - MISSED : -MISSED);
        return new AdaptiveConformal(
                promised, Math.min(WIDEST * promised, Math.max(NARROWEST * promised, width + step)));
    }

    /** By what deviations are to be multiplied. */
    public double factor() {
        return width / promised;
    }
}
