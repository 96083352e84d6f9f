package dev.storetwin.event;

import dev.storetwin.type.Amount;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;

/**
 * Money given back for one order line.
 *
 * @param lineId   the line within the order
 * @param sku      what it sold
 * @param quantity for how much of it; zero when only the price was reduced
 * @param amount   the money
 */
public record RefundLine(String lineId, Sku sku, Quantity quantity, Amount amount) {}
