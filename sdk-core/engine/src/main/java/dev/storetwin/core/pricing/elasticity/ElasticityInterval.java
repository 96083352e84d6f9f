package dev.storetwin.core.pricing.elasticity;

/**
 * An elasticity and how well it is known.
 *
 * @param value relative change of demand by relative change of price, below zero
 * @param error its standard deviation
 * @param lower where the interval of the chosen confidence begins
 * @param upper where it ends
 */
public record ElasticityInterval(double value, double error, double lower, double upper) {

    public ElasticityInterval {
        if (!(value < 0 && error >= 0 && lower <= value && value <= upper) || Double.isInfinite(lower + error)) {
            throw new IllegalArgumentException(
                    "An elasticity (%s +- %s) must be below zero and within its interval (%s to %s)."
                            .formatted(value, error, lower, upper));
        }
    }
}
