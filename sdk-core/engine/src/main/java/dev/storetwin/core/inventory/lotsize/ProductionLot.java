package dev.storetwin.core.inventory.lotsize;

/**
 * The economic production quantity: a lot does not come at once but as it is made (Taft 1918).
 *
 * @param fixedCost      of setting up
 * @param holdingCost    of a unit for one unit of time
 * @param demandRate     units per unit of time
 * @param productionRate units per unit of time, above the demand rate
 */
public record ProductionLot(double fixedCost, double holdingCost, double demandRate, double productionRate) {

    public ProductionLot {
        Rates.requireNotNegative("fixedCost", fixedCost);
        Rates.requirePositive("holdingCost", holdingCost);
        Rates.requirePositive("demandRate", demandRate);
        if (!(productionRate > demandRate && productionRate < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("""
                    productionRate (%s) must be above demandRate (%s), or stock never builds up.
                    Maybe they are given per different units of time.""".formatted(productionRate, demandRate));
        }
    }

    /** The lot that costs least. */
    public Lot best() {
        return slowed().best();
    }

    /** What lots of any size cost per unit of time. */
    public double cost(double quantity) {
        return slowed().cost(quantity);
    }

    /** While a lot is made, demand takes of it, so that less of it lies in stock. */
    private EconomicOrder slowed() {
        return new EconomicOrder(fixedCost, holdingCost * (1 - demandRate / productionRate), demandRate);
    }
}
