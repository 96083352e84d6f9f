package dev.storetwin.core.inventory.lotsize;

/**
 * The economic order quantity: steady demand, an order that costs the same whatever its size, stock that costs by the unit (Harris 1913).
 *
 * @param fixedCost   of an order
 * @param holdingCost of a unit for one unit of time
 * @param demandRate  units per unit of time
 */
public record EconomicOrder(double fixedCost, double holdingCost, double demandRate) {

    public EconomicOrder {
        Rates.requireNotNegative("fixedCost", fixedCost);
        Rates.requirePositive("holdingCost", holdingCost);
        Rates.requirePositive("demandRate", demandRate);
    }

    /** The lot that costs least. */
    public Lot best() {
        return new Lot(
                Math.sqrt(2 * fixedCost * demandRate / holdingCost),
                Math.sqrt(2 * fixedCost * demandRate * holdingCost));
    }

    /** What lots of any size cost per unit of time, without what the goods cost. */
    public double cost(double quantity) {
        Rates.requireQuantity(quantity);
        return fixedCost * demandRate / quantity + holdingCost * quantity / 2;
    }
}
