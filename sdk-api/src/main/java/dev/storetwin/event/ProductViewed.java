package dev.storetwin.event;

import dev.storetwin.type.Sku;

/** A shopper looked at a SKU. */
public record ProductViewed(EventHeader header, Visit visit, Sku sku) implements ShopperEvent {}
