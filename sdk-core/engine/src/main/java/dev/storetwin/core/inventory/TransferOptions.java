package dev.storetwin.core.inventory;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How transfers between nodes are planned. No event tells of lanes and of what nodes can handle, so it is said here.
 *
 * @param lanes      ways that are known
 * @param elsewhere  what is assumed between two nodes without a lane of their own; when empty nothing moves there
 * @param limits     of nodes; the others handle any number of units
 * @param depots     nodes that serve other nodes alone and no shopper, such as a distribution centre
 * @param reviewDays from one rebalancing to the next
 * @param wholePacks whether stock moves in the supplier's packs
 */
public record TransferOptions(
        List<TransferLane> lanes,
        Optional<UsualLane> elsewhere,
        List<NodeLimit> limits,
        Set<NodeId> depots,
        int reviewDays,
        boolean wholePacks) {

    public static final TransferOptions DEFAULT =
            new TransferOptions(List.of(), Optional.of(UsualLane.DEFAULT), List.of(), Set.of(), 7, false);

    public TransferOptions {
        lanes = List.copyOf(lanes);
        limits = List.copyOf(limits);
        depots = Collections.unmodifiableSet(new TreeSet<>(depots));
        if (reviewDays < 1 || reviewDays > InventoryOptions.LONGEST_LEAD_DAYS) {
            throw new IllegalArgumentException("reviewDays (%d) must be between 1 and %d."
                    .formatted(reviewDays, InventoryOptions.LONGEST_LEAD_DAYS));
        }
        if (lanes.stream().map(it -> List.of(it.from(), it.to())).distinct().count() < lanes.size()
                || limits.stream().map(NodeLimit::node).distinct().count() < limits.size()) {
            throw new IllegalArgumentException("A lane or the limit of a node stands twice.\nMaybe join the two.");
        }
    }

    public TransferOptions withLanes(List<TransferLane> known) {
        return new TransferOptions(known, elsewhere, limits, depots, reviewDays, wholePacks);
    }

    /** Between nodes without a lane of their own this holds. */
    public TransferOptions withElsewhere(UsualLane usual) {
        return new TransferOptions(lanes, Optional.of(usual), limits, depots, reviewDays, wholePacks);
    }

    /** Between nodes without a lane of their own nothing moves. */
    public TransferOptions onKnownLanesOnly() {
        return new TransferOptions(lanes, Optional.empty(), limits, depots, reviewDays, wholePacks);
    }

    public TransferOptions withLimits(List<NodeLimit> ofNodes) {
        return new TransferOptions(lanes, elsewhere, ofNodes, depots, reviewDays, wholePacks);
    }

    public TransferOptions withDepots(Set<NodeId> nodes) {
        return new TransferOptions(lanes, elsewhere, limits, nodes, reviewDays, wholePacks);
    }

    public TransferOptions withReviewDays(int days) {
        return new TransferOptions(lanes, elsewhere, limits, depots, days, wholePacks);
    }

    public TransferOptions inWholePacks() {
        return new TransferOptions(lanes, elsewhere, limits, depots, reviewDays, true);
    }

    /** What can leave a node; anything when empty. */
    public Optional<Quantity> sends(NodeId node) {
        return limit(node).flatMap(NodeLimit::sends);
    }

    /** What a node can take in; anything when empty. */
    public Optional<Quantity> takes(NodeId node) {
        return limit(node).flatMap(NodeLimit::takes);
    }

    /** What a lane can carry; anything when empty. */
    public Optional<Quantity> carries(NodeId from, NodeId to) {
        return lane(from, to).flatMap(TransferLane::most);
    }

    Optional<TransferLane> lane(NodeId from, NodeId to) {
        return lanes.stream()
                .filter(it -> it.from().equals(from) && it.to().equals(to))
                .findFirst();
    }

    Optional<NodeLimit> limit(NodeId node) {
        return limits.stream().filter(it -> it.node().equals(node)).findFirst();
    }
}
