package dev.storetwin.event;

import dev.storetwin.type.ProductId;

/** A product and all its variants are gone. Beats any update that is older. */
public record ProductRemoved(EventHeader header, ProductId product) implements CatalogEvent {}
