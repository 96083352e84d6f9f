package dev.storetwin.event;

import dev.storetwin.type.Sku;

/** A SKU is gone. Beats any update that is older. */
public record VariantRemoved(EventHeader header, Sku sku) implements CatalogEvent {}
