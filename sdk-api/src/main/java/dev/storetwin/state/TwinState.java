package dev.storetwin.state;

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
}
