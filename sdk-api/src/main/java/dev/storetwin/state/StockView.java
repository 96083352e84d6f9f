package dev.storetwin.state;

import dev.storetwin.event.StockKind;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is where, and what is on its way. */
public interface StockView {

    /** Whether anything was ever counted or moved of a SKU; without it nothing is known about its stock. */
    boolean isKnown(Sku sku);

    /** Nodes that hold, await or owe a SKU, in order. */
    List<NodeId> nodes(Sku sku);

    /** Sellable stock of one node; all zero when nothing is known. */
    StockLevel level(Sku sku, NodeId node);

    /** Sellable stock of all nodes together, with reservations that no node has taken yet. */
    StockLevel total(Sku sku);

    /** Stock of one condition. */
    Quantity onHand(Sku sku, NodeId node, StockKind kind);

    /** What is on its way to a node, soonest first; without a date last. */
    List<Inbound> inbound(Sku sku, NodeId node);

    /** What suppliers have brought to a node, by the moment of the order, the oldest first. Without what came without an order. */
    List<Receipt> receipts(Sku sku, NodeId node);

    /** Sellable on-hand at a past moment. Empty when nothing was known of it then. */
    Optional<Quantity> onHandAt(Sku sku, NodeId node, Instant moment);

    /** The same at many moments, in rising order: reads what is known once. Empty where nothing was known then. */
    default List<Optional<Quantity>> onHandAt(Sku sku, NodeId node, List<Instant> moments) {
        return moments.stream().map(it -> onHandAt(sku, node, it)).toList();
    }

    /**
     * What could be promised of all nodes together at a past moment, judged by what happened up to then. Negative when oversold, empty when
     * nothing was known of it then.
     */
    Optional<Quantity> availableAt(Sku sku, Instant moment);

    /** The same of one node, without reservations that no node has taken. */
    Optional<Quantity> availableAt(Sku sku, NodeId node, Instant moment);
}
