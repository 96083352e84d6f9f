package dev.storetwin.proposal;

/**
 * What is believed of an alternative's value: {@code mean + slope z + bend (z^2 - 1) + own e}. Here z is what nobody knows and all alternatives of a
 * proposal share, such as how far the elasticity is from its estimate, and e concerns this one alone; both are drawn from the standard normal
 * distribution.
 *
 * @param mean  expected value; that of the alternative itself may be more cautious
 * @param slope how the value goes with what all share
 * @param bend  how far that is from a straight line
 * @param own   standard deviation of what concerns this alternative alone; not negative
 */
public record Posterior(double mean, double slope, double bend, double own) {

    public Posterior {
        if (!Double.isFinite(mean) || !Double.isFinite(slope) || !Double.isFinite(bend) || !(own >= 0 && own < 1e300)) {
            throw new IllegalArgumentException("""
                    A posterior has a finite mean (%s), slope (%s) and bend (%s), and a deviation of its own (%s) that is not negative.
                    Maybe a value is not known: leave the posterior out then.""".formatted(mean, slope, bend, own));
        }
    }

    /** Of an alternative that shares nothing with the others. */
    public static Posterior of(double mean, double deviation) {
        return new Posterior(mean, 0, 0, deviation);
    }

    /**
     * The parabola through three values.
     *
     * @param low    the value where what all share is one standard deviation lower
     * @param middle where it is as expected
     * @param high   where it is one standard deviation higher
     */
    public static Posterior through(double low, double middle, double high) {
        double bend = (high - 2 * middle + low) / 2;
        return new Posterior(middle + bend, (high - low) / 2, bend, 0);
    }

    /** The value, but for what concerns this alternative alone, where what all share is so many standard deviations away. */
    public double at(double z) {
        return mean + slope * z + bend * (z * z - 1);
    }

    /** Standard deviation of the value. */
    public double deviation() {
        return Math.sqrt(slope * slope + 2 * bend * bend + own * own);
    }

    /** The same with another mean. */
    public Posterior plus(double amount) {
        return new Posterior(mean + amount, slope, bend, own);
    }
}
