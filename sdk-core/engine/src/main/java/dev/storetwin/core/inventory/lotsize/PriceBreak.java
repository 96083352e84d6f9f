package dev.storetwin.core.inventory.lotsize;

/**
 * A unit cost and the quantity from which on it is asked.
 *
 * @param from     units; the first break begins at 0
 * @param unitCost of a unit
 */
public record PriceBreak(double from, double unitCost) {

    public PriceBreak {
        Rates.requireNotNegative("from", from);
        Rates.requirePositive("unitCost", unitCost);
    }
}
