package dev.storetwin.core.inventory.transfer;

/**
 * One node as rebalancing sees it.
 *
 * @param futures  what its stock costs
 * @param givable  steps that may leave; 0 for a node that must not give
 * @param takeable steps that may come in; 0 for a node that must not get any
 */
public record Place(NodeFutures futures, long givable, long takeable) {

    public Place {
        if (givable < 0 || takeable < 0) {
            throw new IllegalArgumentException("A place gives at least nothing (%d) and takes at least nothing (%d)."
                    .formatted(givable, takeable));
        }
    }

    /** Steps that only fill orders which are waiting. */
    long owed(double step) {
        return (long) Math.ceil(Math.max(0, -futures.start()) / step);
    }

    Place withoutGiving() {
        return new Place(futures, 0, takeable);
    }

    Place withoutTaking() {
        return new Place(futures, givable, 0);
    }
}
