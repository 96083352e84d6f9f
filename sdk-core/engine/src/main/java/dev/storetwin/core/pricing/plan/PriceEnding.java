package dev.storetwin.core.pricing.plan;

import java.math.BigDecimal;

/**
 * How a price ends: what is left of it when whole multiples are taken off.
 *
 * @param rest    in ticks
 * @param modulus in ticks
 */
public record PriceEnding(long rest, long modulus) {

    /**
     * Reads an ending: {@code .99} or {@code 0.99} after the point, {@code 9.99} with one digit before it, {@code 99} as the last digits that a till
     * shows.
     */
    public static PriceEnding of(String text, PriceTicks ticks) {
        int point = text.indexOf('.');
        if (point < 0) {
            long minor = ticks.minor();
            return new PriceEnding(
                    Math.multiplyExact(Long.parseLong(text), minor),
                    Math.multiplyExact(PriceTicks.power(text.length()), minor));
        }
        var whole = text.substring(0, point).replaceFirst("^0+", "");
        var rest = new BigDecimal(text.startsWith(".") ? "0" + text : text);
        if (!ticks.holds(rest)) {
            throw new IllegalArgumentException("""
                    No price with %d digits ends in %s.
                    Maybe it has a digit too many.""".formatted(ticks.digits(), text));
        }
        return new PriceEnding(ticks.exactly(rest), PriceTicks.power(ticks.digits() + whole.length()));
    }

    boolean fits(long price) {
        return Math.floorMod(price, modulus) == rest;
    }
}
