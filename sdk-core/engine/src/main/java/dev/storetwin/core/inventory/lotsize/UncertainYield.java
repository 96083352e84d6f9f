package dev.storetwin.core.inventory.lotsize;

/**
 * The economic order quantity where not all that is ordered is usable (Silver 1976).
 *
 * <p>Either an amount is lost or gained whatever the order (additive), or each unit of it counts for a random share (multiplicative).
 *
 * @param order the order as if all were usable
 * @param kind  how yield depends on the order
 * @param mean  of the amount that is added, above minus the order; or of the share that is usable, above 0
 * @param standardDeviation of it
 */
public record UncertainYield(EconomicOrder order, Kind kind, double mean, double standardDeviation) {

    /** How yield depends on the order. */
    public enum Kind {
        /** So many units more are usable than ordered; fewer where negative. */
        ADDITIVE,
        /** This share of the units ordered is usable. */
        MULTIPLICATIVE
    }

    public UncertainYield {
        Rates.requireNotNegative("standardDeviation", standardDeviation);
        if (!Double.isFinite(mean) || (kind == Kind.MULTIPLICATIVE && !(mean > 0))) {
            throw new IllegalArgumentException("""
                    mean (%s) must be finite, and as a share that is usable above 0.
                    Maybe the share that is lost was given.""".formatted(mean));
        }
    }

    /** The lot to order that costs least. */
    public Lot best() {
        double square = 2 * order.fixedCost() * order.demandRate() / order.holdingCost();
        double quantity = kind == Kind.ADDITIVE
                ? Math.sqrt(square + standardDeviation * standardDeviation) - mean
                : Math.sqrt(square / (mean * mean + standardDeviation * standardDeviation));
        return quantity > 0 ? new Lot(quantity, cost(quantity)) : new Lot(0, costOfNothingOrdered());
    }

    /** More comes by itself than one would order. */
    private double costOfNothingOrdered() {
        return costOf(mean, mean * mean + standardDeviation * standardDeviation);
    }

    /** What lots of any size cost per unit of time. */
    public double cost(double quantity) {
        Rates.requireQuantity(quantity);
        double variance = standardDeviation * standardDeviation;
        if (kind == Kind.MULTIPLICATIVE) {
            return costOf(mean * quantity, (mean * mean + variance) * quantity * quantity);
        }
        double usable = mean + quantity;
        if (!(usable > 0)) {
            throw new IllegalArgumentException(
                    "Of %s units ordered none would be usable: %s are lost.".formatted(quantity, -mean));
        }
        return costOf(usable, usable * usable + variance);
    }

    /** By renewal: expected cost of a cycle by its expected length. */
    private double costOf(double usable, double usableSquared) {
        return (order.fixedCost() * order.demandRate() + order.holdingCost() * usableSquared / 2) / usable;
    }
}
