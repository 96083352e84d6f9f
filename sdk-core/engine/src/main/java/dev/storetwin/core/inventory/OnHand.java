package dev.storetwin.core.inventory;

import dev.storetwin.core.forecast.ExpectedArrivals;
import dev.storetwin.state.Inbound;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a node has of a SKU and gets of it.
 *
 * @param units    on the shelf
 * @param promised to orders that have not left yet; with the node's share of those that no node has taken
 * @param arrivals that are under way
 * @param inbound  the same, delivery by delivery
 * @param caveats  what had to be assumed, in words
 */
record OnHand(double units, double promised, ExpectedArrivals arrivals, List<Inbound> inbound, List<String> caveats) {

    OnHand {
        inbound = List.copyOf(inbound);
        caveats = List.copyOf(caveats);
    }

    static OnHand of(TwinState state, Sku sku, NodeId node, double share, Instant asOf, int days, int leadDays) {
        var stock = state.stock();
        var level = stock.level(sku, node);
        var caveats = new ArrayList<String>();
        if (level.onHand().isNegative()) {
            caveats.add("The platform reports %s on hand: it is counted as none".formatted(level.onHand()));
        }
        var today = asOf.atZone(state.zone()).toLocalDate();
        var inbound = stock.inbound(sku, node);
        var arrivals = ExpectedArrivals.of(inbound, today, state.zone(), days, leadDays);
        caveats.addAll(arrivals.caveats());
        double promised = level.reserved().orZero().toDouble() + share * unassigned(state, sku);
        return new OnHand(level.onHand().orZero().toDouble(), promised, arrivals, inbound, caveats);
    }

    /** Promised to orders that no node has taken. */
    private static double unassigned(TwinState state, Sku sku) {
        var taken = Quantity.ZERO;
        for (var node : state.stock().nodes(sku)) {
            taken = taken.plus(state.stock().level(sku, node).reserved());
        }
        return state.stock().total(sku).reserved().minus(taken).orZero().toDouble();
    }

    /** What can be sold now. Negative when oversold. */
    double sellable() {
        return units - promised;
    }

    /** What replenishment counts on. */
    double position() {
        return sellable() + arrivals.total() + arrivals.later();
    }
}
