package dev.storetwin.type;

import java.math.BigDecimal;

/**
 * How much of a SKU, in its own unit (pieces, kilograms, metres), exact to a thousandth. Sums never drift.
 *
 * @param thousandths the quantity times one thousand; negative for a movement out
 */
public record Quantity(long thousandths) implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(0);

    private static final long SCALE = 1_000;

    public static Quantity of(long units) {
        return new Quantity(Math.multiplyExact(units, SCALE));
    }

    /** For example {@code Quantity.of("0.250")}. More than three digits after the point are refused, not rounded. */
    public static Quantity of(String units) {
        try {
            return of(new BigDecimal(units.strip()));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("""
                    '%s' is not a quantity; expected digits with a point, such as 12 or 0.250.
                    Maybe it has a decimal comma or a unit.""".formatted(units), notANumber);
        }
    }

    public static Quantity of(BigDecimal units) {
        try {
            return new Quantity(units.movePointRight(3).longValueExact());
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException("""
                    A quantity has at most three digits after the point and fits a long, not %s.
                    Maybe it is a price or a weight in another unit.""".formatted(units.precision() > 40 ? "this" : units), tooFine);
        }
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(thousandths, other.thousandths));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(Math.subtractExact(thousandths, other.thousandths));
    }

    public Quantity negated() {
        return new Quantity(Math.negateExact(thousandths));
    }

    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Quantity max(Quantity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** This quantity, or zero when it is negative. */
    public Quantity orZero() {
        return max(ZERO);
    }

    /** The smallest multiple of {@code pack} that is not below this quantity. */
    public Quantity roundedUpTo(Quantity pack) {
        if (!pack.isPositive()) {
            throw new IllegalArgumentException(
                    "A pack holds more than nothing, not %s.\nMaybe the pack size is missing.".formatted(pack));
        }
        long packs = Math.floorDiv(Math.addExact(thousandths, pack.thousandths - 1), pack.thousandths);
        return new Quantity(Math.multiplyExact(packs, pack.thousandths));
    }

    /** Whether this quantity is so many whole packs. */
    public boolean isMultipleOf(Quantity pack) {
        return pack.thousandths != 0 && thousandths % pack.thousandths == 0;
    }

    public boolean isZero() {
        return thousandths == 0;
    }

    public boolean isPositive() {
        return thousandths > 0;
    }

    public boolean isNegative() {
        return thousandths < 0;
    }

    public boolean isWhole() {
        return thousandths % SCALE == 0;
    }

    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(thousandths, 3);
    }

    /** For statistics only; never for adding up. */
    public double toDouble() {
        return thousandths / (double) SCALE;
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(thousandths, other.thousandths);
    }

    @Override
    public String toString() {
        return toBigDecimal().stripTrailingZeros().toPlainString();
    }
}
