package dev.storetwin.core.inventory.lostsales;

/**
 * What a policy costs per period in the long run.
 *
 * @param cost  expected
 * @param error half the width of the range that the true cost lies in: surely if computed, in 95 of 100 cases if simulated
 * @param kind  how it was found
 */
public record PolicyCost(double cost, double error, Kind kind) {

    /** How a cost was found. */
    public enum Kind {
        /** Over all pipelines that can occur. */
        EXACT,
        /** Over sample paths of demand. */
        SIMULATED
    }
}
