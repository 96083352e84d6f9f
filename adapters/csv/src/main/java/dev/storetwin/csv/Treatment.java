package dev.storetwin.csv;

/** How one line is understood. */
enum Treatment {
    /** Goods that somebody bought: demand. */
    SALE,
    /** Goods that go back on a sale: a cancellation or a return. */
    REVERSAL,
    /** No goods. */
    SERVICE,
    /** Stock that was found, lost or written off. */
    CORRECTION,
    /** Goods without a price. */
    GIFT,
    /** Nothing. */
    EMPTY
}
