package dev.storetwin.core.inventory;

import dev.storetwin.inventory.ServiceTarget;
import java.util.function.DoubleFunction;

/**
 * A wanted service as a shortage cost: the least at which the quantity that costs least gives it. So all quantities can be weighed against each
 * other in money, and the one that is worth most is the one that was asked for.
 *
 * <p>How it works: the fewest packs that give the service are counted on the futures; a dearer shortage never orders less, so the cost that leads to
 * as many packs is found by bisection.
 *
 * @param pack  units of a pack
 * @param least packs of an order
 */
record WantedService(double pack, long least) {

    private static final int DOUBLINGS = 40;
    private static final double CLOSE = 1e-3;

    /**
     * The costs with the shortage cost that a target implies; those given where it is one itself.
     *
     * @param known costs under rates
     */
    CostRates rates(ServiceTarget target, CostRates given, DoubleFunction<OrderCosts> known) {
        if (target instanceof ServiceTarget.ShortageCost) {
            return given;
        }
        boolean ofUnits = target instanceof ServiceTarget.FillRate;
        double share = target instanceof ServiceTarget.FillRate fill
                ? fill.share()
                : ((ServiceTarget.CycleService) target).probability();
        long wanted = known.apply(given.shortage()).packsFor(pack, share, ofUnits);
        return given.withShortage(wanted == 0 ? 0 : implied(Math.max(wanted, least), given, known));
    }

    private double implied(long wanted, CostRates given, DoubleFunction<OrderCosts> known) {
        double enough = given.holding();
        double tooLittle = 0;
        for (int i = 0; i < DOUBLINGS && !isEnough(known.apply(enough), wanted); i++) {
            tooLittle = enough;
            enough *= 4;
        }
        while (enough - tooLittle > CLOSE * enough) {
            double middle = tooLittle == 0 ? enough / 4 : Math.sqrt(tooLittle * enough);
            if (isEnough(known.apply(middle), wanted)) {
                enough = middle;
            } else {
                tooLittle = middle;
            }
        }
        return enough;
    }

    /** Whether so many packs are ordered rather than none. */
    private boolean isEnough(OrderCosts costs, long wanted) {
        long packs = costs.bestPacks(pack, least);
        return packs >= wanted && costs.of(packs * pack) < costs.of(0);
    }
}
