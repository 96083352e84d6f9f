package dev.storetwin.testing;

import dev.storetwin.event.GoodsReceived;
import dev.storetwin.event.ItemsRestocked;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.ShipmentCancelled;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.SkuQuantity;
import dev.storetwin.event.StockAdjusted;
import dev.storetwin.event.TransferDispatched;
import dev.storetwin.event.TransferReceived;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.Sku;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Units in and out of all shelves by SKU, added up the plain way: what was received, restocked and found, less what was shipped and sent on.
 * It knows no counts, versions or places.
 */
final class UnitLedger {

    private final Map<Sku, Quantity> balance = new TreeMap<>();

    private UnitLedger() {}

    static UnitLedger of(List<TwinEvent> events) {
        var ledger = new UnitLedger();
        var stayed = events.stream()
                .filter(ShipmentCancelled.class::isInstance)
                .map(it -> ((ShipmentCancelled) it).shipment())
                .collect(Collectors.toSet());
        events.forEach(it -> ledger.book(it, stayed));
        return ledger;
    }

    Quantity balance(Sku sku) {
        return balance.getOrDefault(sku, Quantity.ZERO);
    }

    private void book(TwinEvent event, Set<ShipmentId> stayed) {
        if (event instanceof GoodsReceived received) {
            received.lines().forEach(it -> in(it));
        } else if (event instanceof TransferReceived received) {
            received.lines().forEach(it -> in(it));
        } else if (event instanceof TransferDispatched sent) {
            sent.lines().forEach(it -> add(it.sku(), it.quantity().negated()));
        } else if (event instanceof StockAdjusted adjusted) {
            add(adjusted.sku(), adjusted.delta());
        } else if (event instanceof ItemsRestocked restocked) {
            restocked.lines().forEach(it -> add(it.sku(), it.quantity()));
        } else if (event instanceof ShipmentDispatched shipped && !stayed.contains(shipped.shipment())) {
            shipped.lines().forEach(this::out);
        }
    }

    private void in(SkuQuantity line) {
        add(line.sku(), line.quantity());
    }

    private void out(LineQuantity line) {
        add(line.sku(), line.quantity().negated());
    }

    private void add(Sku sku, Quantity units) {
        balance.merge(sku, units, Quantity::plus);
    }
}
