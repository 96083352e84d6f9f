package dev.storetwin.event;

import dev.storetwin.type.PromotionId;

/** A campaign was stopped or deleted. */
public record PromotionEnded(EventHeader header, PromotionId promotion) implements CatalogEvent {}
