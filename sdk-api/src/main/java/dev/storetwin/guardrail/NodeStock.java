package dev.storetwin.guardrail;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;

/**
 * What one node holds of one SKU; there is one for each node that holds, awaits or owes it.
 *
 * @param onHand    physically there and sellable
 * @param available what can be promised now; negative when oversold
 * @param onOrder   bought or on its way, not yet received
 */
public record NodeStock(Sku sku, NodeId node, Quantity onHand, Quantity available, Quantity onOrder) implements Fact {}
