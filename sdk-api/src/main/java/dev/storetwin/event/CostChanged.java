package dev.storetwin.event;

import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.time.Instant;

/**
 * What one unit costs the shop, landed: goods, freight and duty.
 *
 * @param cost per unit, net of tax
 */
public record CostChanged(EventHeader header, Sku sku, Money cost) implements CatalogEvent {

    public static CostChanged of(Source source, Sku sku, Money cost, Instant occurredAt) {
        return new CostChanged(EventHeader.of(source, EntityKind.COST, sku.value(), occurredAt), sku, cost);
    }
}
