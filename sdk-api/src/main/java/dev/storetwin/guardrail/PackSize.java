package dev.storetwin.guardrail;

import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;

/** A SKU comes in multiples of this. */
public record PackSize(Sku sku, Quantity quantity) implements OrderTerm {

    @Override
    public Quantity fit(Quantity wanted) {
        return wanted.roundedUpTo(quantity);
    }
}
