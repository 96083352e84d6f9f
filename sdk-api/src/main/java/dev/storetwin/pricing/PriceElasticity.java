package dev.storetwin.pricing;

import java.util.Locale;

/**
 * By how many per cent demand changes when the price rises by one, as far as that is known.
 *
 * @param value  below zero
 * @param lower  end of the 95 % interval
 * @param upper  end of the 95 % interval; not above zero
 * @param status what it rests on
 * @param reason the same in words
 */
public record PriceElasticity(double value, double lower, double upper, Status status, String reason) {

    public PriceElasticity {
        if (!(lower <= value && value <= upper && upper <= 0)) {
            throw new IllegalArgumentException(
                    "An elasticity lies within its interval and below zero, not %s in %s..%s."
                            .formatted(value, lower, upper));
        }
    }

    /** What an elasticity rests on. */
    public enum Status {
        /** The SKU's own history, drawn to its category. */
        ESTIMATED,
        /** Its category or shop: its own history says too little. */
        POOLED,
        /** Its category or shop: what its own history says cannot be true. */
        REFUSED,
        /** What is usual in the trade: nothing in the shop says anything. */
        UNIDENTIFIED;

        /** As files spell it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
