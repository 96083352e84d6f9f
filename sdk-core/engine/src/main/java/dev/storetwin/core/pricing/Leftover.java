package dev.storetwin.core.pricing;

/**
 * What units cost that are not sold in the time that is looked at.
 *
 * @param cost       that was paid for a unit
 * @param holding    cost of a unit for a day
 * @param writtenOff whether they are worth nothing then; else they are held until demand has taken them
 */
record Leftover(double cost, double holding, boolean writtenOff) {

    /**
     * Held, the k-th unit waits k / daily days for its buyer, and none costs more than was paid for it.
     *
     * @param daily units that are sold a day
     */
    double cost(double units, double daily) {
        if (writtenOff) {
            return cost * units;
        }
        if (holding == 0 || units == 0) {
            return 0;
        }
        double sellable = Math.min(units, daily * cost / holding);
        double waiting = sellable > 0 ? holding * sellable * sellable / (2 * daily) : 0;
        return waiting + cost * (units - sellable);
    }
}
