package dev.storetwin.core.pricing.response;

/**
 * The prices that demand of a SKU in a channel was seen at.
 *
 * @param weeks   in which it was on offer at a known price
 * @param lowest  price; 0 for none
 * @param highest price; 0 for none
 */
public record SeenPrices(int weeks, double lowest, double highest) {

    public static final SeenPrices NONE = new SeenPrices(0, 0, 0);
}
