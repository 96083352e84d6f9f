package dev.storetwin.core.state;

/** What a stock account keeps in order of time: entries, and since when some of them lie at its node. */
sealed interface StockLine extends Comparable<StockLine> permits StockEntry, Routing {

    /** When it happened, since 1970. */
    long nanos();
}
