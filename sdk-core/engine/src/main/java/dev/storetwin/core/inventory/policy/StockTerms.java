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
 * @param shelfLife periods in which a unit can be sold, that of its arrival included; empty when it does not spoil
 */
public record StockTerms(
        int lead,
        double holding,
        double shortage,
        double perOrder,
        double perUnit,
        double waste,
        OptionalInt shelfLife) {

    private static final int LONGEST_LEAD = 1_000;

    public StockTerms {
        if (lead < 0 || lead > LONGEST_LEAD || shelfLife.orElse(1) < 1) {
            throw new IllegalArgumentException(
                    "lead (%d) must be between 0 and %d periods, and shelfLife (%s) at least 1."
                            .formatted(lead, LONGEST_LEAD, shelfLife));
        }
        if (!(holding > 0)
                || DoubleStream.of(holding, shortage, perOrder, perUnit, waste)
                        .anyMatch(it -> !(it >= 0 && it < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("""
                    holding (%s) must be above 0, and shortage (%s), perOrder (%s), perUnit (%s) and waste (%s) not below, all finite.
                    Maybe a cost was given with a sign.""".formatted(holding, shortage, perOrder, perUnit, waste));
        }
    }

    /** Without costs of ordering, of what does not spoil. */
    public static StockTerms of(int lead, double holding, double shortage) {
        return new StockTerms(lead, holding, shortage, 0, 0, 0, OptionalInt.empty());
    }

    public StockTerms withOrdering(double perOrder, double perUnit) {
        return new StockTerms(lead, holding, shortage, perOrder, perUnit, waste, shelfLife);
    }

    public StockTerms withShelfLife(int periods, double waste) {
        return new StockTerms(lead, holding, shortage, perOrder, perUnit, waste, OptionalInt.of(periods));
    }

    public StockTerms withShortage(double shortage) {
        return new StockTerms(lead, holding, shortage, perOrder, perUnit, waste, shelfLife);
    }

    /** The probability of having enough over so many periods at which one unit more costs as much as it saves. */
    public double criticalFractile(int periods) {
        return shortage / (shortage + holding * periods);
    }
}
