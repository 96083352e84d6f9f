package dev.storetwin.core.inventory.lotsize;

/**
 * The economic order quantity where customers may be kept waiting at a cost (Hadley and Whitin 1963).
 *
 * @param fixedCost    of an order
 * @param holdingCost  of a unit for one unit of time
 * @param shortageCost of a unit that is waited for, for one unit of time
 * @param demandRate   units per unit of time
 */
public record BackorderedOrder(double fixedCost, double holdingCost, double shortageCost, double demandRate) {

    public BackorderedOrder {
        Rates.requireNotNegative("fixedCost", fixedCost);
        Rates.requirePositive("holdingCost", holdingCost);
        Rates.requirePositive("shortageCost", shortageCost);
        Rates.requirePositive("demandRate", demandRate);
    }

    /** The lot and the share of demand kept waiting that cost least together. */
    public BackorderedLot best() {
        double either = holdingCost * shortageCost / (holdingCost + shortageCost);
        return new BackorderedLot(
                Math.sqrt(2 * fixedCost * demandRate / either),
                holdingCost / (holdingCost + shortageCost),
                Math.sqrt(2 * fixedCost * demandRate * either));
    }

    /**
     * What lots of any size cost per unit of time.
     *
     * @param backordered share of demand that is kept waiting, from 0 to 1
     */
    public double cost(double quantity, double backordered) {
        Rates.requireQuantity(quantity);
        if (!(backordered >= 0 && backordered <= 1)) {
            throw new IllegalArgumentException("backordered (%s) must be a share from 0 to 1.".formatted(backordered));
        }
        double stocked = 1 - backordered;
        return fixedCost * demandRate / quantity
                + quantity / 2 * (holdingCost * stocked * stocked + shortageCost * backordered * backordered);
    }

    /**
     * How much to order at once and how long to wait with it.
     *
     * @param quantity    in units
     * @param backordered share of demand that is kept waiting
     * @param cost        per unit of time
     */
    public record BackorderedLot(double quantity, double backordered, double cost) {}
}
