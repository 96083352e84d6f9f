package dev.storetwin.core.inventory.policy;

import java.util.List;
import java.util.Optional;

/**
 * A way to order for all items of a panel at the end of a period. It has no memory: the same moment gives the same orders, from any
 * thread.
 */
public interface OrderingPolicy {

    /** Tells it and its settings from all others. */
    String name();

    /** What it belongs to, such as {@code quantile}: policies that differ in settings only. */
    String family();

    /** Whose forecasts it looks at. */
    List<PanelForecaster> forecasters();

    /** What it takes to order the same way live; empty for what is only compared with. */
    default Optional<PolicySettings> settings() {
        return Optional.empty();
    }

    /**
     * How many periods it looks ahead.
     *
     * @param lead   of the item with the longest
     * @param review periods from one order to the next
     */
    int reach(int lead, int review);

    /**
     * Whole units, not negative, one number per item of the panel in their order. Where things come in packs, the nearest number of packs
     * is what comes.
     *
     * @param moment all that is known at the end of a period, and nothing of what comes after it
     */
    long[] orders(OrderMoment moment);
}
