package dev.storetwin.core.inventory.lotsize;

/** Checks of numbers that all lot sizes need. */
final class Rates {

    private Rates() {}

    /** A cost or rate without which there is no best lot. */
    static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("""
                    %s (%s) must be above 0 and finite.
                    Maybe it is not known: then this model cannot answer.""".formatted(name, value));
        }
    }

    static void requireNotNegative(String name, double value) {
        if (!(value >= 0 && value < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("%s (%s) must not be negative, and finite.".formatted(name, value));
        }
    }

    static void requireQuantity(double quantity) {
        requirePositive("quantity", quantity);
    }
}
