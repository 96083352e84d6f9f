package dev.storetwin.event;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Region;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * A channel sells in one region and currency.
 *
 * @param region   what regional limits apply to
 * @param currency of its prices
 * @param taxMode  whether its prices contain tax
 */
public record ChannelDefined(
        EventHeader header, Channel channel, Optional<Region> region, Currency currency, TaxMode taxMode)
        implements CatalogEvent {

    public static ChannelDefined of(
            Source source, Channel channel, Region region, Currency currency, Instant occurredAt) {
        var header = EventHeader.of(source, EntityKind.CHANNEL, channel.value(), occurredAt);
        return new ChannelDefined(header, channel, Optional.of(region), currency, TaxMode.UNKNOWN);
    }
}
