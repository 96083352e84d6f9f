package dev.storetwin.core.inventory.lostsales;

/** A way to order, looking at what is there and what is on the way. */
@FunctionalInterface
public interface LostSalesPolicy {

    /**
     * Units to order now, never negative.
     *
     * @param pipeline first what is on the shelf, today's arrival included, then what arrives in one period, in two, and so on
     *                 up to lead time less one; one number if the lead time is 0 or 1. Policies do not change it
     */
    int order(int[] pipeline);
}
