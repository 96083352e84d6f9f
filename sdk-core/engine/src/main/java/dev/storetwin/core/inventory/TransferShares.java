package dev.storetwin.core.inventory;

import dev.storetwin.state.TwinState;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The part of a SKU's demand that each node serves. What left a depot went to other nodes, so it is none. */
final class TransferShares {

    private final Map<NodeId, NodeShare> shares = new TreeMap<>();
    private final Set<NodeId> depots;
    private double served;

    private TransferShares(Set<NodeId> depots) {
        this.depots = depots;
    }

    static TransferShares of(TwinState state, Sku sku, Instant asOf, Set<NodeId> depots, int days) {
        var all = new TransferShares(depots);
        for (var node : state.stock().nodes(sku)) {
            var share = NodeShare.of(state, sku, node, asOf, days);
            all.shares.put(node, share);
            all.served += depots.contains(node) ? 0 : share.share();
        }
        return all;
    }

    /** Between 0 and 1. */
    double of(NodeId node) {
        var share = shares.get(node);
        return share == null || depots.contains(node) || served <= 0 ? 0 : Math.min(1, share.share() / served);
    }

    /** In words, for some of the nodes. */
    List<String> reasons(List<NodeId> nodes) {
        return nodes.stream()
                .map(it -> depots.contains(it)
                        ? "%s is a depot: it serves other nodes, and no shopper".formatted(it)
                        : reason(it))
                .toList();
    }

    private String reason(NodeId node) {
        var share = shares.get(node);
        boolean raised = share != null && of(node) != share.share();
        var reason = share == null ? "%s serves nothing".formatted(node) : share.reason();
        return raised ? "%s; without depots %s".formatted(reason, Words.percent(of(node))) : reason;
    }
}
