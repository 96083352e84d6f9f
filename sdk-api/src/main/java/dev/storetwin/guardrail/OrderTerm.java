package dev.storetwin.guardrail;

import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;

/** Something a supplier asks of every order for a SKU, such as a least quantity. */
public interface OrderTerm extends Fact {

    Sku sku();

    /** The least quantity that keeps the term and is not below what is wanted; what is wanted itself where the term is kept. */
    Quantity fit(Quantity wanted);
}
