package dev.storetwin.event;

import dev.storetwin.type.Channel;
import dev.storetwin.type.ProductId;

/**
 * A product was put on a channel or taken off it.
 *
 * @param listed whether shoppers of the channel can buy it now
 */
public record ListingChanged(EventHeader header, ProductId product, Channel channel, boolean listed)
        implements CatalogEvent {}
