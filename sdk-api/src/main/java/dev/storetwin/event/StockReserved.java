package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;

/**
 * Stock is set aside for a purpose other than an order that the twin knows: a basket, a marketplace, a quote. A newer version replaces the
 * older; zero releases it.
 *
 * @param quantity how much is set aside now
 */
public record StockReserved(EventHeader header, Sku sku, NodeId node, Quantity quantity) implements StockEvent {}
