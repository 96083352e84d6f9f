package dev.storetwin.core.state.quality;

import dev.storetwin.type.Amount;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;

/** Hears what an event holds, one part after the other. {@code what} names the part for people. */
interface PartReader {

    void sku(Sku sku);

    void node(NodeId node);

    void channel(Channel channel);

    /** The id of a line within its order. */
    void line(String id);

    /** A name, a reason or other words. */
    void text(String what, String words);

    /** Bought or sold in one line. */
    void ordered(String what, Quantity quantity);

    /** Moved or set aside; its direction is told by the kind of event. */
    void moved(String what, Quantity quantity);

    /** A count or a difference, which may be below zero. */
    void level(String what, Quantity quantity);

    /** What one unit costs; it cannot be below zero. */
    void price(String what, Money money);

    /** Money that may go either way. */
    void money(String what, Money money);

    /** A sum with and without tax that may go either way. */
    void amount(String what, Amount amount);

    /** A discount, which one expects above zero. */
    void due(String what, Money money);

    /** A sum with and without tax, which one expects above zero. */
    void due(String what, Amount amount);
}
