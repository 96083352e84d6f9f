package dev.storetwin.pricing;

/**
 * A number that is expected, and between which others it lies as far as is known; whoever answers says with which confidence.
 *
 * @param mean  what is expected
 * @param lower not above the mean
 * @param upper not below the mean
 */
public record Estimate(double mean, double lower, double upper) {

    public Estimate {
        if (!(lower <= mean && mean <= upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
            throw new IllegalArgumentException(
                    "An estimate lies within its bounds, and %s is not between %s and %s.\nMaybe they were mixed up."
                            .formatted(mean, lower, upper));
        }
    }

    /** The bounds in any order; they are widened where the mean lies outside. */
    public static Estimate between(double mean, double one, double other) {
        return new Estimate(mean, Math.min(mean, Math.min(one, other)), Math.max(mean, Math.max(one, other)));
    }

    /** Whether a number lies within the bounds. */
    public boolean contains(double number) {
        return number >= lower && number <= upper;
    }

    /** The same with so much more. */
    public Estimate plus(double constant) {
        return between(mean + constant, lower + constant, upper + constant);
    }

    /** The same in other units. */
    public Estimate times(double factor) {
        return between(mean * factor, lower * factor, upper * factor);
    }
}
