package dev.storetwin.core.inventory.policy;

import java.util.OptionalDouble;

/**
 * The probability with which stock is to last.
 *
 * @param fixed the same for all items; empty for the critical fractile of each
 */
record SafetyLevel(OptionalDouble fixed) {

    static final SafetyLevel CRITICAL = new SafetyLevel(OptionalDouble.empty());

    static SafetyLevel of(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "A level of %s is not above 0 and below 1.\nMaybe it is in percent.".formatted(level));
        }
        return new SafetyLevel(OptionalDouble.of(level));
    }

    double of(StockTerms terms, int review) {
        return fixed.orElseGet(() -> terms.criticalFractile(review));
    }

    @Override
    public String toString() {
        return fixed.isPresent() ? Digits.of(fixed.getAsDouble()) : "critical";
    }
}
