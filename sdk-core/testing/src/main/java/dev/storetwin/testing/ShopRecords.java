package dev.storetwin.testing;

import dev.storetwin.event.CatalogEvent;
import dev.storetwin.event.ChannelDefined;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.Entity;
import dev.storetwin.event.IdentityEvent;
import dev.storetwin.event.ItemsReturned;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.OrderEvent;
import dev.storetwin.event.OrderRefunded;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.PromotionEnded;
import dev.storetwin.event.PromotionScheduled;
import dev.storetwin.event.ReturnUpdated;
import dev.storetwin.event.ShipmentEvent;
import dev.storetwin.event.StockEvent;
import dev.storetwin.event.SupplierTermsChanged;
import dev.storetwin.event.SupplyEvent;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantRemoved;
import dev.storetwin.platform.ResourceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a shop has on file, thing by thing, as its lists show it: of each fact the newest version, whatever became of its webhook. */
final class ShopRecords {

    /** One thing in a list, as it was at some moment. */
    record Row(Entity thing, Instant updatedAt, List<TwinEvent> facts) {

        /** Taken out of the catalog and not put in again since. */
        boolean isRemoved() {
            return facts.stream()
                    .max(Comparator.comparing((TwinEvent it) -> it.header().version())
                            .thenComparing(VariantRemoved.class::isInstance))
                    .filter(VariantRemoved.class::isInstance)
                    .isPresent();
        }
    }

    private record Fact(Class<?> type, Entity entity) {}

    private record Filed(Instant at, TwinEvent event) {}

    private final Map<ResourceKind, Map<Entity, List<Filed>>> files = new EnumMap<>(ResourceKind.class);

    synchronized void file(TwinEvent event, Instant at) {
        kind(event).ifPresent(kind -> files.computeIfAbsent(kind, it -> new TreeMap<>())
                .computeIfAbsent(event.document(), it -> new ArrayList<>())
                .add(new Filed(at, event)));
    }

    /** All things of a kind as they stood at a moment, in the order of their names. */
    synchronized List<Row> rows(ResourceKind kind, Instant asOf) {
        return files.getOrDefault(kind, Map.of()).entrySet().stream()
                .flatMap(it -> row(it.getKey(), it.getValue(), asOf))
                .toList();
    }

    private static Stream<Row> row(Entity thing, List<Filed> filed, Instant asOf) {
        var visible = filed.stream().filter(it -> !it.at().isAfter(asOf)).toList();
        return visible.stream()
                .map(Filed::at)
                .max(Comparator.naturalOrder())
                .map(updatedAt -> new Row(thing, updatedAt, newest(visible)))
                .stream();
    }

    private static List<TwinEvent> newest(List<Filed> visible) {
        var newest = new LinkedHashMap<Fact, TwinEvent>();
        for (var filed : visible) {
            var event = filed.event();
            newest.merge(
                    new Fact(event.getClass(), event.header().entity()),
                    event,
                    (one, other) ->
                            one.header().version().compareTo(other.header().version()) > 0 ? one : other);
        }
        return List.copyOf(newest.values());
    }

    /** The list that a fact is found in. Visits, work and the twin's own acts are in none. */
    static Optional<ResourceKind> kind(TwinEvent event) {
        if (event instanceof CatalogEvent catalog) {
            return Optional.of(kind(catalog));
        }
        if (event instanceof OrderEvent order) {
            return Optional.of(kind(order));
        }
        if (event instanceof SupplyEvent) {
            return Optional.of(
                    event instanceof SupplierTermsChanged ? ResourceKind.SUPPLIERS : ResourceKind.PURCHASE_ORDERS);
        }
        if (event instanceof StockEvent) {
            return Optional.of(ResourceKind.STOCK_LEVELS);
        }
        if (event instanceof ShipmentEvent) {
            return Optional.of(ResourceKind.SHIPMENTS);
        }
        if (event instanceof IdentityEvent) {
            return Optional.of(ResourceKind.CUSTOMERS);
        }
        return event instanceof NodeChanged ? Optional.of(ResourceKind.NODES) : Optional.empty();
    }

    private static ResourceKind kind(CatalogEvent event) {
        if (event instanceof PriceChanged) {
            return ResourceKind.PRICES;
        }
        if (event instanceof CostChanged) {
            return ResourceKind.COSTS;
        }
        if (event instanceof ChannelDefined) {
            return ResourceKind.CHANNELS;
        }
        boolean isPromotion = event instanceof PromotionScheduled || event instanceof PromotionEnded;
        return isPromotion ? ResourceKind.PROMOTIONS : ResourceKind.PRODUCTS;
    }

    private static ResourceKind kind(OrderEvent event) {
        if (event instanceof OrderRefunded) {
            return ResourceKind.REFUNDS;
        }
        boolean isReturn = event instanceof ReturnUpdated || event instanceof ItemsReturned;
        return isReturn ? ResourceKind.RETURNS : ResourceKind.ORDERS;
    }
}
