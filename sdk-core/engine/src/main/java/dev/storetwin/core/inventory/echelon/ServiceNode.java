package dev.storetwin.core.inventory.echelon;

/**
 * A place of a tree of suppliers that may hold safety stock. Times are in one unit of the caller's choice.
 *
 * @param name           under which lanes know it
 * @param holdingCost    of a unit of safety stock
 * @param processingTime from having all it needs to having made its own
 * @param safetyFactor   standard deviations of demand that are covered by stock
 * @param supplyTime     that suppliers outside the tree take to deliver
 * @param promise        the longest time that customers outside the tree accept; infinite if nobody asks
 * @param deviation      standard deviation per unit of time of the demand from outside the tree; 0 if there is none
 */
public record ServiceNode(
        String name,
        double holdingCost,
        double processingTime,
        double safetyFactor,
        double supplyTime,
        double promise,
        double deviation) {

    public ServiceNode {
        requireFinite(name, "holding cost", holdingCost);
        requireFinite(name, "processing time", processingTime);
        requireFinite(name, "safety factor", safetyFactor);
        requireFinite(name, "supply time", supplyTime);
        requireFinite(name, "deviation of demand", deviation);
        if (!(promise >= 0)) {
            throw new IllegalArgumentException("The promise (%s) of %s must not be negative.".formatted(promise, name));
        }
    }

    /** A node that sells to nobody outside the tree and buys from nobody there who takes time. */
    public static ServiceNode of(String name, double holdingCost, double processingTime, double safetyFactor) {
        return new ServiceNode(name, holdingCost, processingTime, safetyFactor, 0, Double.POSITIVE_INFINITY, 0);
    }

    public ServiceNode withSupplyTime(double time) {
        return new ServiceNode(name, holdingCost, processingTime, safetyFactor, time, promise, deviation);
    }

    public ServiceNode withPromise(double time) {
        return new ServiceNode(name, holdingCost, processingTime, safetyFactor, supplyTime, time, deviation);
    }

    public ServiceNode withDemand(double standardDeviation) {
        return new ServiceNode(name, holdingCost, processingTime, safetyFactor, supplyTime, promise, standardDeviation);
    }

    private static void requireFinite(String name, String what, double value) {
        if (!(value >= 0 && value < Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "The %s (%s) of %s must be a number from 0 up.".formatted(what, value, name));
        }
    }
}
