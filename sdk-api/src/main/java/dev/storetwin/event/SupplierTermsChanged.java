package dev.storetwin.event;

import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a supplier asks of one who orders a SKU.
 *
 * @param minimumOrder least units in one order
 * @param packSize     units come in multiples of it
 * @param leadTime     from order to shelf
 */
public record SupplierTermsChanged(
        EventHeader header,
        SupplierId supplier,
        Sku sku,
        Optional<Quantity> minimumOrder,
        Optional<Quantity> packSize,
        Optional<Duration> leadTime)
        implements SupplyEvent {

    public static SupplierTermsChanged of(
            Source source,
            SupplierId supplier,
            Sku sku,
            Quantity minimumOrder,
            Quantity packSize,
            Duration leadTime,
            Instant occurredAt) {
        var header = EventHeader.of(source, EntityKind.SUPPLIER_TERMS, sku.value(), occurredAt);
        return new SupplierTermsChanged(
                header, supplier, sku, Optional.of(minimumOrder), Optional.of(packSize), Optional.of(leadTime));
    }
}
