package dev.storetwin.pricing;

/** What prices are to bring. */
public enum PriceAim {

    /** Margin of what is sold, less what leftovers lose. */
    PROFIT,

    /** What customers pay, less tax: for who wants to grow. The cost of goods does not count. */
    REVENUE,

    /** Money from the stock that is there, when nothing is bought again: what it once cost is gone, and what is left over fetches its salvage. */
    CLEARANCE
}
