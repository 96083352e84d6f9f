package dev.storetwin.core.inventory.lotsize;

import java.util.List;

/**
 * The economic order quantity with quantity discounts (Hadley and Whitin 1963): holding costs a share of what a unit was bought for.
 *
 * @param fixedCost   of an order
 * @param holdingRate of a unit for one unit of time, as a share of its cost
 * @param demandRate  units per unit of time
 * @param breaks      the first from 0 on, each from a larger quantity and at a lower unit cost than the one before
 * @param discount    which units a break makes cheaper
 */
public record DiscountedOrder(
        double fixedCost, double holdingRate, double demandRate, List<PriceBreak> breaks, Discount discount) {

    /** Which units a price break makes cheaper. */
    public enum Discount {
        /** Every unit of the order. */
        ALL_UNITS,
        /** Only the units beyond the break. */
        INCREMENTAL
    }

    public DiscountedOrder {
        Rates.requireNotNegative("fixedCost", fixedCost);
        Rates.requirePositive("holdingRate", holdingRate);
        Rates.requirePositive("demandRate", demandRate);
        breaks = List.copyOf(breaks);
        if (breaks.isEmpty() || breaks.get(0).from() != 0) {
            throw new IllegalArgumentException("The first price break must begin at 0, in %s.".formatted(breaks));
        }
        for (int i = 1; i < breaks.size(); i++) {
            requireCheaper(breaks.get(i - 1), breaks.get(i));
        }
    }

    private static void requireCheaper(PriceBreak before, PriceBreak after) {
        if (!(after.from() > before.from() && after.unitCost() < before.unitCost())) {
            throw new IllegalArgumentException("""
                    Of two price breaks the second must begin later and cost less, not %s after %s.
                    Maybe they are not sorted.""".formatted(after, before));
        }
    }

    /** The lot that costs least; of several, the smallest. */
    public DiscountedLot best() {
        var best = lot(candidate(0));
        for (int region = 1; region < breaks.size(); region++) {
            var other = lot(candidate(region));
            best = other.cost() < best.cost() ? other : best;
        }
        return best;
    }

    private DiscountedLot lot(double quantity) {
        return new DiscountedLot(quantity, region(quantity), cost(quantity));
    }

    /** The best quantity of a region, or where it lies outside the end of the region that is nearer to it. */
    private double candidate(int region) {
        double unbound = Math.sqrt(2
                * (fixedCost + surcharge(region))
                * demandRate
                / (holdingRate * breaks.get(region).unitCost()));
        double end = region + 1 < breaks.size() ? breaks.get(region + 1).from() : Double.MAX_VALUE;
        double start = region == 0 ? Double.MIN_NORMAL : breaks.get(region).from();
        return Math.min(end, Math.max(start, unbound));
    }

    /** What the units before an incremental break cost more than they would at its price. */
    private double surcharge(int region) {
        double more = 0;
        for (int i = 0; discount == Discount.INCREMENTAL && i < region; i++) {
            more += (breaks.get(i).unitCost() - breaks.get(i + 1).unitCost())
                    * breaks.get(i + 1).from();
        }
        return more;
    }

    /** What lots of any size cost per unit of time, with what the goods cost. */
    public double cost(double quantity) {
        Rates.requireQuantity(quantity);
        int region = region(quantity);
        double goods = surcharge(region) + breaks.get(region).unitCost() * quantity;
        return (fixedCost + goods) * demandRate / quantity + holdingRate * goods / 2;
    }

    /** Which break is the last one that a quantity reaches, from 0. */
    private int region(double quantity) {
        int region = 0;
        while (region + 1 < breaks.size() && breaks.get(region + 1).from() <= quantity) {
            region++;
        }
        return region;
    }

    /**
     * How much to order at once.
     *
     * @param quantity in units
     * @param region   index of the price break that is paid
     * @param cost     per unit of time, with what the goods cost
     */
    public record DiscountedLot(double quantity, int region, double cost) {}
}
