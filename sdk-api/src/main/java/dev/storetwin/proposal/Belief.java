package dev.storetwin.proposal;

/**
 * What the value of an alternative is believed to be before any caution: {@code mean + z * deviation}.
 *
 * <p>All alternatives of a proposal share the same {@code z}, a standard normal number, since they rest on the same doubt. So the deviation has
 * a sign: one that is worth more when demand is more elastic has the other sign than one that is worth less. Whoever draws takes one {@code z}
 * for all.
 *
 * @param mean      by the proposal's objective
 * @param deviation standard deviation, with the sign of its answer to the doubt; 0 when nothing is doubted
 */
public record Belief(double mean, double deviation) {

    public Belief {
        if (!Double.isFinite(mean) || !Double.isFinite(deviation)) {
            throw new IllegalArgumentException(
                    "A belief needs a finite mean and deviation, not %s and %s.\nMaybe a price or an elasticity is out of all bounds."
                            .formatted(mean, deviation));
        }
    }

    /** The value when the doubt is so many standard deviations off. */
    public double at(double z) {
        return mean + z * deviation;
    }
}
