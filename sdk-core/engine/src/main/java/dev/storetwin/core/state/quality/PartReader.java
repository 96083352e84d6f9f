package dev.storetwin.core.state.quality;

import dev.storetwin.type.Amount;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;

/** Hears what an event holds, one part after the other, as far as it cares. {@code what} names the part for people. */
public interface PartReader {

    default void sku(Sku sku) {}

    default void node(NodeId node) {}

    default void channel(Channel channel) {}

    /** The id of a line within its order. */
    default void line(String id) {}

    /** A name, a reason or other words. */
    default void text(String what, String words) {}

    /** Bought or sold in one line. */
    default void ordered(String what, Quantity quantity) {}

    /** Moved or set aside; its direction is told by the kind of event. */
    default void moved(String what, Quantity quantity) {}

    /** A count or a difference, which may be below zero. */
    default void level(String what, Quantity quantity) {}

    /** What one unit costs; it cannot be below zero. */
    default void price(String what, Money money) {}

    /** Money that may go either way. */
    default void money(String what, Money money) {}

    /** A sum with and without tax that may go either way. */
    default void amount(String what, Amount amount) {}

    /** A discount, which one expects above zero. */
    default void due(String what, Money money) {}

    /** A sum with and without tax, which one expects above zero. */
    default void due(String what, Amount amount) {}
}
