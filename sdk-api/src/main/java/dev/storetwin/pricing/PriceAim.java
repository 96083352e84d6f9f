package dev.storetwin.pricing;

/** What prices of many things are to bring. */
public enum PriceAim {

    /** Margin of what is sold, less what leftovers lose. */
    PROFIT,

    /** Net price of what is sold. */
    REVENUE,

    /** Money from the stock that is there: what is sold, and what the leftovers fetch. What it once cost is gone. */
    CLEARANCE
}
