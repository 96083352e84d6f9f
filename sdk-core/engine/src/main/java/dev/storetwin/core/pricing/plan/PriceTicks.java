package dev.storetwin.core.pricing.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Prices as whole numbers: what a till can charge, or finer where prices that stand are.
 *
 * @param minorDigits digits after the point that a till charges: 2 for cents
 * @param digits      digits after the point that one tick is, not fewer
 */
public record PriceTicks(int minorDigits, int digits) {

    /** No finer price is believed. */
    public static final int MOST_DIGITS = 6;

    /** Above, sums might not be exact any more. */
    static final long LARGEST = 1_000_000_000_000L;

    public static final PriceTicks CENTS = new PriceTicks(2, 2);

    public PriceTicks {
        if (minorDigits < 0 || digits < minorDigits || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("Digits of %d and %d: expected 0 to %d, the second not below the first."
                    .formatted(minorDigits, digits, MOST_DIGITS));
        }
    }

    /** Whether an amount is a whole number of ticks, and not too large. */
    public boolean holds(BigDecimal amount) {
        var ticks = amount.movePointRight(digits);
        return ticks.stripTrailingZeros().scale() <= 0 && ticks.abs().compareTo(BigDecimal.valueOf(LARGEST)) <= 0;
    }

    /** An amount that {@link #holds}. */
    public long exactly(BigDecimal amount) {
        return amount.movePointRight(digits).longValueExact();
    }

    /** The least number of ticks not below. */
    public long up(BigDecimal amount) {
        return clipped(amount.movePointRight(digits).setScale(0, RoundingMode.CEILING));
    }

    /** The greatest number of ticks not above. */
    public long down(BigDecimal amount) {
        return clipped(amount.movePointRight(digits).setScale(0, RoundingMode.FLOOR));
    }

    private static long clipped(BigDecimal ticks) {
        return ticks.min(BigDecimal.valueOf(2 * LARGEST))
                .max(BigDecimal.valueOf(-2 * LARGEST))
                .longValueExact();
    }

    public BigDecimal amount(long ticks) {
        return BigDecimal.valueOf(ticks, digits);
    }

    /** As tills and files show it: no fewer digits than a till has, and no zeros beyond. */
    public String show(long ticks) {
        var amount = amount(ticks).stripTrailingZeros();
        return amount.setScale(Math.max(minorDigits, amount.scale())).toPlainString();
    }

    double toDouble(long ticks) {
        return amount(ticks).doubleValue();
    }

    /** One unit of what a till charges. */
    public long minor() {
        return power(digits - minorDigits);
    }

    /** Ticks of one unit of money. */
    double perUnit() {
        return power(digits);
    }

    static long power(int exponent) {
        return BigDecimal.ONE.movePointRight(exponent).longValueExact();
    }
}
