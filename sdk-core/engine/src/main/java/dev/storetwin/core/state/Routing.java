package dev.storetwin.core.state;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;

/**
 * A reservation came to a node. The account has it there from the moment of the order; until it came it was at no node.
 *
 * @param reserved the reservation, which is in the account of the node
 * @param nanos    when it came, since 1970
 */
record Routing(StockEntry reserved, long nanos) implements StockLine {

    /** Whether a past entry says no more than that. */
    static boolean tells(LedgerEntry.PastUnassigned past) {
        var entry = past.entry().entry();
        return past.times() == -1 && past.from() == entry.nanos() && entry.reserves();
    }

    static Routing of(LedgerEntry.PastUnassigned past) {
        return new Routing(past.entry().entry(), past.until());
    }

    LedgerEntry.PastUnassigned of(Sku sku, NodeId node) {
        return new LedgerEntry.PastUnassigned(new LedgerEntry.Stock(sku, node, reserved), reserved.nanos(), nanos, -1);
    }

    /** Whether the reservation stood at a moment and had not come yet. */
    boolean isAwaited(long moment) {
        return reserved.nanos() <= moment && moment < nanos;
    }

    @Override
    public int compareTo(StockLine other) {
        int byTime = Long.compare(nanos, other.nanos());
        if (byTime != 0) {
            return byTime;
        }
        return other instanceof Routing routing ? reserved.compareTo(routing.reserved) : 1;
    }
}
