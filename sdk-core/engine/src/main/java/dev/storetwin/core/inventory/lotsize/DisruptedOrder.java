package dev.storetwin.core.inventory.lotsize;

/**
 * The economic order quantity where the supplier fails by chance and recovers by chance, and what is asked for meanwhile is lost (Parlar and Berkin
 * 1991, as corrected by Berk and Arreola-Risa 1994). One orders when stock is gone, or as soon after that as the supplier delivers again.
 *
 * @param fixedCost      of an order
 * @param holdingCost    of a unit for one unit of time
 * @param shortageCost   of a unit that is lost
 * @param demandRate     units per unit of time
 * @param disruptionRate failures per unit of time that the supplier delivers
 * @param recoveryRate   recoveries per unit of time that the supplier does not deliver
 */
public record DisruptedOrder(
        double fixedCost,
        double holdingCost,
        double shortageCost,
        double demandRate,
        double disruptionRate,
        double recoveryRate) {

    private static final int DOUBLINGS = 200;

    public DisruptedOrder {
        Rates.requirePositive("fixedCost", fixedCost);
        Rates.requirePositive("holdingCost", holdingCost);
        Rates.requirePositive("shortageCost", shortageCost);
        Rates.requirePositive("demandRate", demandRate);
        Rates.requirePositive("disruptionRate", disruptionRate);
        Rates.requirePositive("recoveryRate", recoveryRate);
    }

    /**
     * The lot that costs least.
     *
     * <p>How it works: the cost falls and then rises, so the place where its slope changes sign is found by bisection.
     */
    public Lot best() {
        double high =
                new EconomicOrder(fixedCost, holdingCost, demandRate).best().quantity();
        for (int i = 0; i < DOUBLINGS && slope(high) < 0; i++) {
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < DOUBLINGS && low < high; i++) {
            double middle = low + (high - low) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (slope(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Lot(high, cost(high));
    }

    /** What lots of any size cost per unit of time. */
    public double cost(double quantity) {
        Rates.requireQuantity(quantity);
        return cycleCost(quantity) / cycleLength(quantity);
    }

    private double cycleCost(double quantity) {
        return fixedCost
                + holdingCost * quantity * quantity / (2 * demandRate)
                + shortageCost * demandRate * downAtTheEnd(quantity) / recoveryRate;
    }

    private double cycleLength(double quantity) {
        return quantity / demandRate + downAtTheEnd(quantity) / recoveryRate;
    }

    /** The probability that the supplier does not deliver when a lot is used up. */
    private double downAtTheEnd(double quantity) {
        double rates = disruptionRate + recoveryRate;
        return -disruptionRate / rates * StrictMath.expm1(-rates * quantity / demandRate);
    }

    /** Has the sign of the cost's slope. */
    private double slope(double quantity) {
        double rates = disruptionRate + recoveryRate;
        double sooner = disruptionRate * StrictMath.exp(-rates * quantity / demandRate) / demandRate;
        double costSlope = holdingCost * quantity / demandRate + shortageCost * demandRate * sooner / recoveryRate;
        double lengthSlope = 1 / demandRate + sooner / recoveryRate;
        return costSlope * cycleLength(quantity) - lengthSlope * cycleCost(quantity);
    }
}
