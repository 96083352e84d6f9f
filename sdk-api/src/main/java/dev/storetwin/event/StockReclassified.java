package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;

/**
 * Stock stays where it is but changes its condition.
 *
 * @param from     what it was
 * @param to       what it is now
 * @param quantity how much, not negative
 */
public record StockReclassified(
        EventHeader header, Sku sku, NodeId node, StockKind from, StockKind to, Quantity quantity)
        implements StockEvent {}
