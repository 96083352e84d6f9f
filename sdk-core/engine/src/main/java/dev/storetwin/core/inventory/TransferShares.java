package dev.storetwin.core.inventory;

import dev.storetwin.state.TwinState;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of a SKU's demand that each node serves. What left a depot went to other nodes, so it is none. */
final class TransferShares {

    private final Map<NodeId, NodeShare> shares;
    private final Set<NodeId> depots;
    private final double served;

    private TransferShares(Map<NodeId, NodeShare> shares, Set<NodeId> depots) {
        this.shares = shares;
        this.depots = depots;
        this.served = shares.entrySet().stream()
                .filter(it -> !depots.contains(it.getKey()))
                .mapToDouble(it -> it.getValue().share())
                .sum();
    }

    static TransferShares of(TwinState state, Sku sku, Instant asOf, Set<NodeId> depots, int days) {
        return new TransferShares(NodeShare.all(state, sku, asOf, days), depots);
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
