package dev.storetwin.state;

import dev.storetwin.type.Quantity;
import dev.storetwin.type.SupplierId;
import java.time.Duration;
import java.util.Optional;

/**
 * What a supplier asks of one who orders a SKU.
 *
 * @param minimumOrder least units in one order
 * @param packSize     units come in multiples of it
 * @param leadTime     from order to shelf
 */
public record SupplierTerms(
        SupplierId supplier,
        Optional<Quantity> minimumOrder,
        Optional<Quantity> packSize,
        Optional<Duration> leadTime) {}
