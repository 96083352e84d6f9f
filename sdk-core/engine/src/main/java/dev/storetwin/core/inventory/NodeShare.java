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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
        var nodes = serving(state, sku);
        int place = nodes.indexOf(node);
        return place < 0 ? none(state, node, sku) : of(nodes, place, departed(state, sku, nodes, asOf, days), days);
    }

    /** Of every node that has to do with the SKU. */
    static Map<NodeId, NodeShare> all(TwinState state, Sku sku, Instant asOf, int days) {
        var shares = new TreeMap<NodeId, NodeShare>();
        state.stock().nodes(sku).forEach(it -> shares.put(it, none(state, it, sku)));
        var nodes = serving(state, sku);
        var departed = departed(state, sku, nodes, asOf, days);
        for (int place = 0; place < nodes.size(); place++) {
            shares.put(nodes.get(place), of(nodes, place, departed, days));
        }
        return shares;
    }

    private static NodeShare none(TwinState state, NodeId node, Sku sku) {
        var why = serves(state, node) ? "does not sell from stock of " + sku : "is closed, or does not serve shoppers";
        return new NodeShare(0, "%s %s".formatted(node, why));
    }

    private static List<NodeId> serving(TwinState state, Sku sku) {
        return state.stock().nodes(sku).stream().filter(it -> serves(state, it)).toList();
    }

    /** Shoppers are served from warehouses, stores and partners, not from a supplier's shelf or a closed node. */
    private static boolean serves(TwinState state, NodeId node) {
        return state.network().node(node).map(NodeShare::serves).orElse(true);
    }

    private static boolean serves(NodeChanged node) {
        return node.active() && node.kind() != NodeKind.SUPPLIER;
    }

    private static NodeShare of(List<NodeId> nodes, int place, double[] departed, int days) {
        var node = nodes.get(place);
        if (nodes.size() == 1) {
            return new NodeShare(1, "%s serves all demand: it is the only node with stock".formatted(node));
        }
        double all = 0;
        for (double units : departed) {
            all += units;
        }
        double share = (departed[place] + 1) / (all + nodes.size());
        var seen = all > 0
                ? String.format(
                        Locale.ROOT,
                        "%s of the %s units that left %d nodes in %d days",
                        Words.units(departed[place]),
                        Words.units(all),
                        nodes.size(),
                        days)
                : "nothing is known to have left any of %d nodes, so they are taken as equal".formatted(nodes.size());
        return new NodeShare(share, "%s serves %s of demand: %s".formatted(node, Words.percent(share), seen));
    }

    /** What left each node; nothing where there is only one, which need not be asked. */
    private static double[] departed(TwinState state, Sku sku, List<NodeId> nodes, Instant asOf, int days) {
        if (nodes.size() == 1) {
            return new double[1];
        }
        var midnights = midnights(state, asOf, days);
        return nodes.stream()
                .mapToDouble(it -> departed(state, sku, it, midnights))
                .toArray();
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
