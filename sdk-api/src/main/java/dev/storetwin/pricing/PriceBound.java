package dev.storetwin.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** How much a price rule asks for. Exact: nothing is lost between the merchant's word and the price. */
public sealed interface PriceBound {

    /** Nothing more than the rule's kind says. */
    PriceBound PLAIN = new Plain();

    /** A share: {@code 0.1} for ten per cent. */
    record Share(BigDecimal share) implements PriceBound {

        public Share {
            requireSmall(share);
        }

        @Override
        public String toString() {
            return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
        }
    }

    /** Money, in the currency of the prices. */
    record Amount(BigDecimal amount) implements PriceBound {

        public Amount {
            requireSmall(amount);
        }

        @Override
        public String toString() {
            return amount.toPlainString();
        }
    }

    /** So many prices. */
    record Count(long count) implements PriceBound {

        public Count {
            if (count < 0) {
                throw new IllegalArgumentException("%d prices: a count is not below zero.".formatted(count));
            }
        }

        @Override
        public String toString() {
            return Long.toString(count);
        }
    }

    /** Shares from one to another, both inclusive. */
    record Between(BigDecimal low, BigDecimal high) implements PriceBound {

        public Between {
            requireSmall(low);
            requireSmall(high);
            if (low.compareTo(high) > 0) {
                throw new IllegalArgumentException(
                        "From %s to %s is upside down.\nMaybe the two were swapped.".formatted(low, high));
            }
        }

        @Override
        public String toString() {
            return new Share(low) + " to " + new Share(high);
        }
    }

    /** How prices end: {@code .99}, {@code .95}; digits without a point are the last ones, {@code 9.99} is one before the point too. */
    record Endings(List<String> endings) implements PriceBound {

        public Endings {
            endings = List.copyOf(endings);
            if (endings.isEmpty() || !endings.stream().allMatch(it -> it.matches("\\d{0,6}\\.\\d{1,6}|\\d{1,6}"))) {
                throw new IllegalArgumentException("Prices cannot end in %s.\nMaybe .99 is meant.".formatted(endings));
            }
        }

        @Override
        public String toString() {
            return String.join(" or ", endings);
        }
    }

    /** What prices are to bring. */
    record Aim(PriceAim aim) implements PriceBound {

        @Override
        public String toString() {
            return aim.name().toLowerCase(Locale.ROOT);
        }
    }

    /** See {@link #PLAIN}. */
    record Plain() implements PriceBound {

        @Override
        public String toString() {
            return "";
        }
    }

    private static void requireSmall(BigDecimal number) {
        if (number.signum() < 0 || number.precision() > 18 || Math.abs(number.scale()) > 12) {
            throw new IllegalArgumentException("""
                    %s must not be below zero, nor have more than 18 digits.
                    Maybe an identifier was read as a number.""".formatted(number));
        }
    }
}
