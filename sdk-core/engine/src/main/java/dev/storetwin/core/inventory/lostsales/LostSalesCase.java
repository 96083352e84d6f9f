package dev.storetwin.core.inventory.lostsales;

import dev.storetwin.core.inventory.demand.UnitDemand;

/**
 * A shelf that is looked at once a period. Each period: what was ordered a lead time ago arrives, the next order is placed, demand
 * comes, and what is left or was missed is paid for.
 *
 * @param demand       of one period; periods know nothing of each other
 * @param leadTime     periods from an order to its arrival; with 0 it meets the demand of its own period
 * @param holdingCost  of a unit left at the end of a period
 * @param shortageCost of a unit that was asked for and not there: its lost margin and whatever else
 */
public record LostSalesCase(UnitDemand demand, int leadTime, double holdingCost, double shortageCost) {

    private static final int LONGEST_LEAD_TIME = 100;

    public LostSalesCase {
        if (leadTime < 0 || leadTime > LONGEST_LEAD_TIME) {
            throw new IllegalArgumentException("""
                    leadTime (%d) must be from 0 to %d periods.
                    Maybe periods can be longer: weeks instead of days.""".formatted(leadTime, LONGEST_LEAD_TIME));
        }
        requirePositive("holding", holdingCost);
        requirePositive("shortage", shortageCost);
    }

    private static void requirePositive(String what, double cost) {
        if (!(cost > 0 && cost < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("""
                    The %s cost (%s) of a unit must be above 0.
                    Maybe it was left out.""".formatted(what, cost));
        }
    }

    /** Share of periods without a shortage that balances the two costs. */
    double criticalRatio() {
        return shortageCost / (holdingCost + shortageCost);
    }

    /** Expected cost of a period that begins with this on the shelf. */
    public double periodCost(int onHand) {
        double missed = demand.shortage(onHand);
        return holdingCost * (onHand - demand.mean() + missed) + shortageCost * missed;
    }

    /**
     * Stock that is never worth exceeding by an order (Morton 1969): number {@code l} bounds the order together with what arrives
     * {@code l} periods from now or later, by the newsvendor of the demand from then until the order has arrived and met its first
     * demand.
     */
    int[] mostFrom() {
        int[] most = new int[leadTime + 1];
        var later = demand;
        for (int l = leadTime; l >= 0; l--) {
            most[l] = later.quantile(criticalRatio());
            later = l > 0 ? later.plus(demand) : later;
        }
        return most;
    }

    /** Numbers of a pipeline that a policy is asked about. */
    int pipelineLength() {
        return Math.max(1, leadTime);
    }
}
