package dev.storetwin.core.inventory.policy;

import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/**
 * How one thing is supplied, and what its stock and its absence cost.
 *
 * @param lead      whole periods that pass before an order is on the shelf: with 2, an order at the end of period k comes at the start
 *                  of period k + 3
 * @param holding   a unit on the shelf at the end of a period, above 0
 * @param shortage  a unit of demand that finds nothing
 * @param perOrder  an order of any size
 * @param perUnit   handling and freight of a unit ordered, beyond what the unit is worth in stock
 * @param waste     a unit thrown away
 * @param writeOff  the most that a unit can cost that nobody wants
 * @param pack      units that an order is a multiple of
 * @param shelfLife periods in which a unit can be sold, that of its arrival included; empty when it does not spoil
 */
public record StockTerms(
        int lead,
        double holding,
        double shortage,
        double perOrder,
        double perUnit,
        double waste,
        double writeOff,
        long pack,
        OptionalInt shelfLife) {

    private static final int LONGEST_LEAD = 1_000;
    private static final int WRITE_OFF_PERIODS = 52;

    public StockTerms {
        if (lead < 0 || lead > LONGEST_LEAD || pack < 1 || shelfLife.orElse(1) < 1) {
            throw new IllegalArgumentException(
                    "lead (%d) must be between 0 and %d periods, pack (%d) and shelfLife (%s) at least 1."
                            .formatted(lead, LONGEST_LEAD, pack, shelfLife));
        }
        if (!(holding > 0)
                || DoubleStream.of(holding, shortage, perOrder, perUnit, waste, writeOff)
                        .anyMatch(it -> !(it >= 0 && it < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("""
                    holding (%s) must be above 0, and shortage (%s), perOrder (%s), perUnit (%s), waste (%s) and writeOff (%s) not below, all finite.
                    Maybe a cost was given with a sign.""".formatted(holding, shortage, perOrder, perUnit, waste, writeOff));
        }
    }

    /** Without costs of ordering, single units of what does not spoil; nobody waits longer than 52 periods for a buyer. */
    public static StockTerms of(int lead, double holding, double shortage) {
        return new StockTerms(lead, holding, shortage, 0, 0, 0, WRITE_OFF_PERIODS * holding, 1, OptionalInt.empty());
    }

    public StockTerms withOrdering(double perOrder, double perUnit) {
        return new StockTerms(lead, holding, shortage, perOrder, perUnit, waste, writeOff, pack, shelfLife);
    }

    public StockTerms withShelfLife(int periods, double waste) {
        return new StockTerms(
                lead, holding, shortage, perOrder, perUnit, waste, writeOff, pack, OptionalInt.of(periods));
    }

    public StockTerms withWriteOff(double most) {
        return new StockTerms(lead, holding, shortage, perOrder, perUnit, waste, most, pack, shelfLife);
    }

    public StockTerms withPack(long units) {
        return new StockTerms(lead, holding, shortage, perOrder, perUnit, waste, writeOff, units, shelfLife);
    }

    /** The nearest number of units that can be ordered. */
    long inPacks(long units) {
        return pack == 1 ? units : Math.round((double) units / pack) * pack;
    }

    /**
     * The probability of having enough over so many periods at which one unit more costs as much as it saves. Below 1, also where holding costs
     * too little for a double to notice beside a shortage.
     */
    public double criticalFractile(int periods) {
        return Math.min(Math.nextDown(1.0), shortage / (shortage + holding * periods));
    }
}
