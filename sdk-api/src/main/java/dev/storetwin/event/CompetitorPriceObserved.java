package dev.storetwin.event;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;

/**
 * What somebody else asks for the same thing.
 *
 * @param competitor who
 * @param price      for one unit
 */
public record CompetitorPriceObserved(EventHeader header, Sku sku, Channel channel, String competitor, Money price)
        implements CatalogEvent {}
