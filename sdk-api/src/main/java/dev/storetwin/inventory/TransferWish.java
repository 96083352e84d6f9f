package dev.storetwin.inventory;

import dev.storetwin.type.Quantity;

/**
 * A transfer that seems worth asking about.
 *
 * @param question that it answers
 * @param quantity what would be moved if no other SKU needed the room
 * @param gain     that it is expected to bring over not moving it, in the unit of its objective
 */
public record TransferWish(TransferQuestion question, Quantity quantity, double gain) {}
