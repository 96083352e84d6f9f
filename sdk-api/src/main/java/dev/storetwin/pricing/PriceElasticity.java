package dev.storetwin.pricing;

/**
 * By how many per cent demand changes when the price rises by one, as far as that is known.
 *
 * @param value  below zero
 * @param lower  end of the 95 % interval
 * @param upper  end of the 95 % interval; not above zero
 * @param status what it rests on; where it is unidentified, the value is what is usual in the trade
 * @param reason the same in words
 */
public record PriceElasticity(double value, double lower, double upper, ElasticityStatus status, String reason) {

    public PriceElasticity {
        if (!(lower <= value && value <= upper && upper <= 0)) {
            throw new IllegalArgumentException(
                    "An elasticity lies within its interval and below zero, not %s in %s..%s."
                            .formatted(value, lower, upper));
        }
    }
}
