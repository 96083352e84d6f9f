package dev.storetwin.type;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in one currency. It compares and multiplies itself, so that rules can say {@code to < landed.times(1.1)}.
 *
 * <p>Digits are never lost: {@code 19.995 EUR} stays so. Trailing zeros beyond the currency's own digits are dropped, which makes
 * {@code 19.9} equal to {@code 19.90}.
 *
 * @param amount   exact, may be negative
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    private static final int LONGEST = 30;

    public Money {
        if ((long) amount.precision() - amount.scale() > LONGEST || amount.scale() > LONGEST) {
            throw new IllegalArgumentException("""
                    An amount has at most %d digits before and after the point, this one has precision %d and scale %d.
                    Maybe an identifier was read as an amount.""".formatted(LONGEST, amount.precision(), amount.scale()));
        }
        amount = canonical(amount, Math.max(0, currency.getDefaultFractionDigits()));
    }

    private static BigDecimal canonical(BigDecimal amount, int digits) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < digits ? stripped.setScale(digits, RoundingMode.UNNECESSARY) : stripped;
    }

    /** For example {@code Money.of("19.99", "EUR")}. */
    public static Money of(String amount, String currency) {
        return of(amount, currency(currency));
    }

    public static Money of(String amount, Currency currency) {
        try {
            return new Money(new BigDecimal(amount.strip()), currency);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("""
                    '%s' is not an amount; expected digits with a point, such as 1234.50.
                    Maybe it has a decimal comma, a thousands separator or a currency sign.""".formatted(amount), notANumber);
        }
    }

    public static Money of(long amount, Currency currency) {
        return new Money(BigDecimal.valueOf(amount), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code.strip());
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("""
                    '%s' is not a currency; expected a code of ISO 4217 such as EUR.
                    Maybe a sign or a lower-case code.""".formatted(code), unknown);
        }
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.in(currency)), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.in(currency)), currency);
    }

    /** Exact up to the thirtieth digit after the point, where longer products are rounded half to even. */
    public Money times(BigDecimal factor) {
        var product = amount.multiply(factor);
        return new Money(
                product.scale() > LONGEST ? product.setScale(LONGEST, RoundingMode.HALF_EVEN) : product, currency);
    }

    /** Exact for the decimal digits of {@code factor} as it prints: {@code times(1.1)} is times eleven tenths. */
    public Money times(double factor) {
        return times(BigDecimal.valueOf(factor));
    }

    public Money times(Quantity quantity) {
        return times(quantity.toBigDecimal());
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** Half up to the currency's own digits, as a till would. */
    public Money rounded() {
        return new Money(
                amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP), currency);
    }

    /** Up to the currency's own digits: the least amount that a till knows and that is not below this one. */
    public Money roundedUp() {
        return new Money(
                amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.CEILING), currency);
    }

    /** Whether both are in one currency and less than its smallest coin apart, as a price and what a till makes of it. */
    public boolean isNearly(Money other) {
        var coin = BigDecimal.ONE.movePointLeft(Math.max(0, currency.getDefaultFractionDigits()));
        return currency.equals(other.currency)
                && amount.subtract(other.amount).abs().compareTo(coin) < 0;
    }

    /** This amount as a share of another: 0.9 for 9 of 10. The other must not be zero. */
    public double ratioTo(Money other) {
        if (other.isZero()) {
            throw new IllegalArgumentException(
                    "The ratio of %s to zero has no meaning.\nMaybe a price is missing.".formatted(this));
        }
        return amount.doubleValue() / other.in(currency).doubleValue();
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /** For statistics only; never for adding up. */
    public double toDouble() {
        return amount.doubleValue();
    }

    /** Whether the digits after the point end so: {@code Money.of("19.99", "EUR").endsWith("99")}. */
    public boolean endsWith(String digits) {
        return rounded().amount.toPlainString().endsWith(digits);
    }

    /**
     * The least amount not below this one that ends so: 17.20 ends in {@code 99} at 17.99.
     *
     * @param digits the last digits in the currency's own precision
     */
    public Money roundedUpToEnding(String digits) {
        if (!digits.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "A price ends in one to nine digits, not in '%s'.\nMaybe 99 is meant.".formatted(digits));
        }
        int fraction = Math.max(0, currency.getDefaultFractionDigits());
        var ending = new BigDecimal(digits).movePointLeft(fraction);
        var step = BigDecimal.ONE.scaleByPowerOfTen(digits.length() - fraction);
        var steps = amount.subtract(ending).divide(step, 0, RoundingMode.CEILING);
        return new Money(steps.multiply(step).add(ending), currency);
    }

    /** The amounts in order; two currencies cannot be compared. */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.in(currency));
    }

    private BigDecimal in(Currency expected) {
        if (!currency.equals(expected)) {
            throw new IllegalArgumentException("""
                    %s and %s cannot be mixed without an exchange rate.
                    Maybe one of the two comes from another channel.""".formatted(currency, expected));
        }
        return amount;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
