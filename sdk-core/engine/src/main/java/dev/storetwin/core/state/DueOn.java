package dev.storetwin.core.state;

import dev.storetwin.type.CarrierId;
import dev.storetwin.type.NodeId;
import java.util.ArrayList;
import java.util.List;

/**
 * The key under which deliveries are found that were promised until a day.
 *
 * @param whom a node, a carrier, or {@link #SHOP}
 * @param day  since 1970
 */
record DueOn(Object whom, long day) {

    /** The shop as a whole. */
    static final String SHOP = "shop";

    static DueOn shop(long day) {
        return new DueOn(SHOP, day);
    }

    static DueOn of(NodeId node, long day) {
        return new DueOn(node, day);
    }

    static DueOn of(CarrierId carrier, long day) {
        return new DueOn(carrier, day);
    }

    /** Everything that one entry is found under. */
    static List<Object> keys(LedgerEntry.Due due) {
        var keys = new ArrayList<Object>(List.of(shop(due.day())));
        due.node().ifPresent(it -> keys.add(of(it, due.day())));
        due.carrier().ifPresent(it -> keys.add(of(it, due.day())));
        return keys;
    }
}
