package dev.storetwin.core.inventory.lotsize;

/**
 * The economic order quantity: steady demand, an order that costs the same whatever its size, stock that costs by the unit (Harris 1913).
 *
 * <pre>{@code
 * var order = new EconomicOrder(8, .225, 1300);
 * order.best();                          // 304.05 units at a time, 68.41 a year
 * order.cost(400);                       // of any other lot
 * order.withBackorders(5).best();        // customers wait
 * }</pre>
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

    /** The same with customers who wait, at a cost of one unit for one unit of time. */
    public BackorderedOrder withBackorders(double shortageCost) {
        return new BackorderedOrder(fixedCost, holdingCost, shortageCost, demandRate);
    }

    /** The same for a lot that comes as it is made, so many units per unit of time. */
    public ProductionLot withProduction(double productionRate) {
        return new ProductionLot(fixedCost, holdingCost, demandRate, productionRate);
    }

    /** The same from a supplier who fails and recovers so often per unit of time; a unit that is lost meanwhile costs so much. */
    public DisruptedOrder withDisruptions(double shortageCost, double disruptionRate, double recoveryRate) {
        return new DisruptedOrder(fixedCost, holdingCost, shortageCost, demandRate, disruptionRate, recoveryRate);
    }

    /** The same where so many units more are usable than ordered, fewer where the mean is negative. */
    public UncertainYield withAdditiveYield(double mean, double standardDeviation) {
        return new UncertainYield(this, UncertainYield.Kind.ADDITIVE, mean, standardDeviation);
    }

    /** The same where this share of what is ordered is usable. */
    public UncertainYield withMultiplicativeYield(double mean, double standardDeviation) {
        return new UncertainYield(this, UncertainYield.Kind.MULTIPLICATIVE, mean, standardDeviation);
    }
}
