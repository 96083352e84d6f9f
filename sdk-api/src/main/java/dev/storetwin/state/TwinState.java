package dev.storetwin.state;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;

/**
 * One moment of the shop across all its parts. It never changes: later events make another one.
 */
public interface TwinState {

    /** The position of the last event that went into it. */
    long revision();

    /** The shop's time zone; a day is a day of it. */
    ZoneId zone();

    /** The currency that the shop reports in. */
    Currency currency();

    CatalogView catalog();

    StockView stock();

    DemandView demand();

    TrafficView traffic();

    OrderView orders();

    CustomerView customers();

    NetworkView network();

    DeliveryView deliveries();

    CommitmentView commitments();

    /**
     * What was so at a moment, as known now: all that happened up to and at the moment, also what was heard of later, without what was taken
     * back at any time. Making it costs nothing; each question reads what it needs. As of the last known moment, or a later one, it is this
     * very state.
     *
     * <p>Sums of days end with the last day that was over at the moment: sales, returns and traffic of a day that was still running are zero, and
     * {@link OrderView#count()} counts orders of earlier days; what is known by such sums alone is not listed before the day is over. So no number of a day contains what happened after the moment. Views, carts and
     * checkouts count on their days whatever became of the visit later.
     *
     * <p>The revision is that of this state. Questions about the whole shop (all SKUs, channels, nodes, carriers, the number of customers, the
     * first and last day) look at everything once; those about one SKU, order or customer do not.
     *
     * @return for a past moment, no later one can be asked of it: {@code asOf(t).asOf(s)} is as of the earlier of both
     */
    TwinState asOf(Instant moment);
}
