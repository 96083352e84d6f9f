package dev.storetwin.core.inventory.transfer;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * Shares what there is too little of among nodes, by what one pack more is worth at each.
 *
 * <p>Where each pack brings a node no more than the one before it, giving the next pack to whoever gains most by it is the best that can be done
 * (Gross 1956). A pack that nobody gains by stays where it is.
 */
public final class ScarceStock {

    private ScarceStock() {}

    /**
     * What a node would make of it.
     *
     * @param value what so many units in all would bring, each one no more than the one before it; on any scale that all share
     * @param least units that it gets before anybody gets more, whatever they bring
     * @param most  units that it can take
     */
    public record Claim(NodeId node, DoubleUnaryOperator value, Quantity least, Quantity most) {

        public Claim {
            if (least.isNegative() || least.compareTo(most) > 0) {
                throw new IllegalArgumentException(
                        "%s cannot get at least %s and at most %s.\nMaybe the two were mixed up."
                                .formatted(node, least, most));
            }
        }

        /** Without bounds but what there is. */
        public static Claim of(NodeId node, DoubleUnaryOperator value) {
            return new Claim(node, value, Quantity.ZERO, new Quantity(Long.MAX_VALUE));
        }

        public Claim atLeast(Quantity units) {
            return new Claim(node, value, units, most);
        }

        public Claim atMost(Quantity units) {
            return new Claim(node, value, least, units);
        }
    }

    /** The next pack for a node and what it brings. */
    private record Bid(Claim claim, Quantity has, double gain) {

        static Bid of(Claim claim, Quantity has, Quantity pack) {
            double gain = claim.value().applyAsDouble(has.plus(pack).toDouble())
                    - claim.value().applyAsDouble(has.toDouble());
            if (Double.isNaN(gain)) {
                throw new IllegalArgumentException(
                        "The value of %s for %s is not a number.\nMaybe a forecast is missing."
                                .formatted(has.plus(pack), claim.node()));
            }
            return new Bid(claim, has, gain);
        }
    }

    /**
     * Shares the stock.
     *
     * @param pack what moves together, above zero
     * @return what each node gets, in order of the nodes; whole packs
     * @throws IllegalArgumentException when the least that nodes must get is more than there is, or a node claims twice
     */
    public static SortedMap<NodeId, Quantity> share(Quantity stock, Quantity pack, List<Claim> claims) {
        var shares = firm(stock, pack, claims);
        var left = shares.values().stream().reduce(stock, Quantity::minus);
        var bids = new PriorityQueue<Bid>(Comparator.comparingDouble((Bid it) -> -it.gain())
                .thenComparing(it -> it.claim().node()));
        claims.forEach(it -> bids.add(Bid.of(it, shares.getOrDefault(it.node(), Quantity.ZERO), pack)));
        while (!bids.isEmpty() && left.compareTo(pack) >= 0) {
            var best = bids.poll();
            var more = best.has().plus(pack);
            if (best.gain() > 0 && more.compareTo(best.claim().most()) <= 0) {
                shares.put(best.claim().node(), more);
                left = left.minus(pack);
                bids.add(Bid.of(best.claim(), more, pack));
            }
        }
        return Collections.unmodifiableSortedMap(shares);
    }

    /** What must be given in any case. */
    private static SortedMap<NodeId, Quantity> firm(Quantity stock, Quantity pack, List<Claim> claims) {
        if (!pack.isPositive()) {
            throw new IllegalArgumentException("A pack of %s cannot be shared.".formatted(pack));
        }
        var shares = new TreeMap<NodeId, Quantity>();
        var nodes = new HashSet<NodeId>();
        var needed = Quantity.ZERO;
        for (var claim : claims) {
            if (!nodes.add(claim.node())) {
                throw new IllegalArgumentException("%s claims twice.".formatted(claim.node()));
            }
            var least = claim.least().roundedUpTo(pack);
            if (least.compareTo(claim.most()) > 0) {
                throw new IllegalArgumentException(
                        "%s gets at least %s in packs of %s, which is more than it can take, %s."
                                .formatted(claim.node(), least, pack, claim.most()));
            }
            shares.put(claim.node(), least);
            needed = needed.plus(least);
        }
        if (needed.compareTo(stock) > 0) {
            throw new IllegalArgumentException(
                    "%s in stock are less than the %s that the nodes must get at least.\nMaybe lower what is promised to them."
                            .formatted(stock, needed));
        }
        return shares;
    }
}
