package dev.storetwin.guardrail;

import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;

/**
 * One line of an order and what became of it.
 *
 * @param ordered  after edits and cancellations
 * @param shipped  has left
 * @param returned came back so far
 */
public record OrderedLine(OrderId order, String line, Sku sku, Quantity ordered, Quantity shipped, Quantity returned)
        implements Fact {}
