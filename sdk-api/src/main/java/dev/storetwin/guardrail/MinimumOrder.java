package dev.storetwin.guardrail;

import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;

/** The least that a supplier delivers of a SKU in one order. */
public record MinimumOrder(Sku sku, Quantity quantity) implements OrderTerm {

    @Override
    public Quantity fit(Quantity wanted) {
        return wanted.max(quantity);
    }
}
