package com.myshop.facts;

import dev.storetwin.guardrail.Fact;
import dev.storetwin.type.Sku;

/** A fact that the shop knows and the twin does not: who pays for a SKU to be seen on a page. */
public record Sponsorship(Sku sku, String page, String sponsor) implements Fact {}
