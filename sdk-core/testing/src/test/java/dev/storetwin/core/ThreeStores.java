package dev.storetwin.core;

import dev.storetwin.event.CostChanged;
import dev.storetwin.event.CountBasis;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.SupplierTermsChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SupplierId;
import dev.storetwin.type.TaxMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Half a year of a chain of three stores, in which everything lies in the north. */
final class ThreeStores {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final Sku MUG = Sku.of("MUG-1");
    static final Sku BOWL = Sku.of("BOWL-1");
    static final NodeId NORTH = NodeId.of("north");
    static final NodeId EAST = NodeId.of("east");
    static final NodeId WEST = NodeId.of("west");
    static final Source TILL = Source.of("till");

    private static final Channel STORES = Channel.of("stores");
    private static final int DAYS = 180;

    private ThreeStores() {}

    static List<TwinEvent> history() {
        var events = new ArrayList<TwinEvent>();
        for (var sku : List.of(MUG, BOWL)) {
            var start = NOW.minus(Duration.ofDays(DAYS + 1));
            events.add(CostChanged.of(TILL, sku, Money.of("4.00", "EUR"), start));
            events.add(PriceChanged.of(TILL, sku, STORES, Money.of("10.00", "EUR"), start));
            events.add(SupplierTermsChanged.of(
                    TILL, SupplierId.of("acme"), sku, Quantity.of(12), Quantity.of(6), Duration.ofDays(14), start));
            for (int day = 1; day <= DAYS; day++) {
                var at = NOW.minus(Duration.ofDays(day));
                var line = OrderLine.of("1", sku, Quantity.of(4 + day % 5), Money.of("10.00", "EUR"), TaxMode.NET);
                events.add(OrderPlaced.of(TILL, OrderId.of(sku + "/" + day), STORES, at, line));
            }
            events.add(counted(sku, NORTH, 120));
            events.add(counted(sku, EAST, 2));
            events.add(counted(sku, WEST, 3));
        }
        return events;
    }

    static StockCounted counted(Sku sku, NodeId node, long units) {
        return counted(sku, node, units, NOW.minus(Duration.ofHours(1)));
    }

    /** What can be sold; what was ordered before has left. */
    static StockCounted counted(Sku sku, NodeId node, long units, Instant at) {
        var header = EventHeader.of(TILL, EntityKind.STOCK, "count:" + sku + "@" + node + "@" + at, at);
        return new StockCounted(header, sku, node, StockKind.SELLABLE, CountBasis.AVAILABLE, Quantity.of(units));
    }
}
