package dev.storetwin.core.inventory.transfer;

import dev.storetwin.core.solver.FlowNetwork;

/**
 * A lane from one place to another.
 *
 * @param from     number of the place that gives
 * @param to       number of the place that gets
 * @param days     until what leaves today is on the shelf
 * @param stepCost of one step
 * @param fixed    of a move at all, however small
 * @param capacity steps
 */
public record Way(int from, int to, int days, double stepCost, double fixed, long capacity) {

    /** Steps that are never reached. */
    public static final long ANY = FlowNetwork.UNLIMITED;

    public Way {
        if (from == to || days < 0 || !(stepCost >= 0 && fixed >= 0) || capacity < 0) {
            throw new IllegalArgumentException(
                    "A way from %d to %d needs two places; days (%d), costs (%s, %s) and capacity (%d) must not be negative."
                            .formatted(from, to, days, stepCost, fixed, capacity));
        }
    }
}
