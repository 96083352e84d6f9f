package dev.storetwin.guardrail;

/**
 * One of the merchant's numbers without a currency, such as a share or a count.
 *
 * @param name  what it limits, such as {@code largest discount}
 * @param scope a SKU, category, node, channel or region; {@code *} for everything
 * @param value the number; twelve per cent is 0.12
 */
public record NumberLimit(String name, String scope, double value) implements Fact {

    public NumberLimit {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "The limit '%s' must be a number, not %s.\nMaybe it was divided by zero.".formatted(name, value));
        }
    }
}
