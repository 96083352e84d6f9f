package dev.storetwin.testing;

import dev.storetwin.event.LineQuantity;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.PromotionId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.util.List;
import java.util.Optional;

/**
 * An order and the shelves that it is served from.
 *
 * @param counterNode where shoppers take the goods with them, when the channel is a counter
 */
record Sale(OrderId order, Channel channel, Optional<NodeId> counterNode, List<Line> lines) {

    Sale {
        lines = List.copyOf(lines);
    }

    /** So many units of one SKU from one node, at the price of the moment. */
    record Line(String id, Sku sku, long units, NodeId node, Money unitPrice, Optional<PromotionId> campaign) {

        Money total() {
            return unitPrice.times(Quantity.of(units));
        }

        LineQuantity quantity() {
            return new LineQuantity(id, sku, Quantity.of(units));
        }
    }

    /** Nodes that goods leave from, in order. */
    List<NodeId> nodes() {
        return lines.stream().map(Line::node).distinct().sorted().toList();
    }

    Sale without(List<Line> gone) {
        return new Sale(
                order,
                channel,
                counterNode,
                lines.stream().filter(it -> !gone.contains(it)).toList());
    }

    Sale from(NodeId node) {
        return new Sale(
                order,
                channel,
                counterNode,
                lines.stream().filter(it -> it.node().equals(node)).toList());
    }

    boolean isTakenAlong(NodeId node) {
        return counterNode.filter(node::equals).isPresent();
    }
}
