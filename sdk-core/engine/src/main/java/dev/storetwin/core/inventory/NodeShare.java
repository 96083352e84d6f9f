package dev.storetwin.core.inventory;

import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.NodeKind;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The part of a SKU's demand that one node serves.
 *
 * <p>With one node it is all of it. With several, it is the node's part of the units that left all of them: the falls of its on-hand from
 * day to day, for orders tell which channel sold but not every platform tells which node will ship. A node that ran out for a while
 * keeps what it served before. Each node is given one unit on top, so that a new one is not shut out. Without any history of stock
 * all nodes are taken as equal.
 *
 * @param share  between 0 and 1
 * @param reason in words
 */
record NodeShare(double share, String reason) {

    static NodeShare of(TwinState state, Sku sku, NodeId node, Instant asOf, int days) {
        var nodes = state.stock().nodes(sku).stream()
                .filter(it -> serves(state, it))
                .toList();
        if (!nodes.contains(node)) {
            return new NodeShare(0, "%s does not sell from stock of %s".formatted(node, sku));
        }
        if (nodes.size() == 1) {
            return new NodeShare(1, "%s serves all demand: it is the only node with stock".formatted(node));
        }
        return among(state, sku, node, nodes, asOf, days);
    }

    /** Shoppers are served from warehouses, stores and partners, not from a supplier's shelf or a closed node. */
    private static boolean serves(TwinState state, NodeId node) {
        return state.network().node(node).map(NodeShare::serves).orElse(true);
    }

    private static boolean serves(NodeChanged node) {
        return node.active() && node.kind() != NodeKind.SUPPLIER;
    }

    private static NodeShare among(TwinState state, Sku sku, NodeId node, List<NodeId> nodes, Instant asOf, int days) {
        double own = 0;
        double all = 0;
        var midnights = midnights(state, asOf, days);
        for (var each : nodes) {
            double units = departed(state, sku, each, midnights);
            own += each.equals(node) ? units : 0;
            all += units;
        }
        double share = (own + 1) / (all + nodes.size());
        var seen = all > 0
                ? String.format(
                        Locale.ROOT,
                        "%s of the %s units that left %d nodes in %d days",
                        Words.units(own),
                        Words.units(all),
                        nodes.size(),
                        days)
                : "nothing is known to have left any of %d nodes, so they are taken as equal".formatted(nodes.size());
        return new NodeShare(share, "%s serves %s of demand: %s".formatted(node, Words.percent(share), seen));
    }

    private static double departed(TwinState state, Sku sku, NodeId node, List<Instant> midnights) {
        var onHand = state.stock().onHandAt(sku, node, midnights);
        double departed = 0;
        for (int day = 1; day < onHand.size(); day++) {
            departed += Math.max(0, units(onHand.get(day - 1)) - units(onHand.get(day)));
        }
        return departed;
    }

    /** 0 while nothing is known. */
    private static double units(Optional<Quantity> onHand) {
        return onHand.map(Quantity::toDouble).orElse(0.0);
    }

    /** The starts of so many days and of the one after them, today's. */
    private static List<Instant> midnights(TwinState state, Instant asOf, int days) {
        var today = asOf.atZone(state.zone()).toLocalDate();
        return IntStream.rangeClosed(-days, 0)
                .mapToObj(it -> today.plusDays(it).atStartOfDay(state.zone()).toInstant())
                .toList();
    }
}
