package dev.storetwin.event;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.time.Instant;
import java.util.Optional;

/**
 * A price stands from the moment it occurred until the next one. Each change is a fact of its own; together they are the price history.
 *
 * @param price     what a shopper pays for one unit before order discounts
 * @param compareAt the crossed-out price, where there is one
 * @param taxMode   whether it contains tax
 */
public record PriceChanged(
        EventHeader header, Sku sku, Channel channel, Money price, Optional<Money> compareAt, TaxMode taxMode)
        implements CatalogEvent {

    public static PriceChanged of(Source source, Sku sku, Channel channel, Money price, Instant occurredAt) {
        var header = EventHeader.of(source, EntityKind.PRICE, sku + "@" + channel + "@" + occurredAt, occurredAt);
        return new PriceChanged(header, sku, channel, price, Optional.empty(), TaxMode.UNKNOWN);
    }
}
