package dev.storetwin.type;

import java.util.Optional;

/**
 * What a question, an action or a decision is about. What does not apply is absent.
 *
 * @param sku     the thing
 * @param channel where it is sold
 * @param node    where it is held
 * @param order   which order
 */
public record Target(Optional<Sku> sku, Optional<Channel> channel, Optional<NodeId> node, Optional<OrderId> order) {

    public static Target of(Sku sku, Channel channel) {
        return new Target(Optional.of(sku), Optional.of(channel), Optional.empty(), Optional.empty());
    }

    public static Target of(Sku sku, NodeId node) {
        return new Target(Optional.of(sku), Optional.empty(), Optional.of(node), Optional.empty());
    }

    public static Target of(OrderId order) {
        return new Target(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(order));
    }

    /** For example {@code MUG-1@web}. The same target always gives the same key. */
    public String key() {
        var key = new StringBuilder(sku.map(Sku::value).orElse(""));
        channel.ifPresent(it -> key.append('@').append(it));
        node.ifPresent(it -> key.append('#').append(it));
        order.ifPresent(it -> key.append('/').append(it));
        return key.toString();
    }

    @Override
    public String toString() {
        return key();
    }
}
