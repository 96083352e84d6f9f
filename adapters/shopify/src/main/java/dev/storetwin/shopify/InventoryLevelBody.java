package dev.storetwin.shopify;

import dev.storetwin.event.CountBasis;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.Optional;

/** How much of an inventory item a location has left to sell, or that it holds the item no longer. */
final class InventoryLevelBody implements BodyTranslator {

    private static final Shape HELD = Shape.of("inventory level")
            .reads("inventory_item_id", "StockCounted.sku, as its alias")
            .reads("location_id", "StockCounted.node")
            .reads("available", "StockCounted.quantity, basis AVAILABLE")
            .reads("updated_at", "StockCounted.occurredAt and version")
            .leaves("the count is as new as its change", "created_at");

    private static final Shape GONE = Shape.of("disconnected inventory level")
            .reads("inventory_item_id", "StockCounted.sku, as its alias")
            .reads("location_id", "StockCounted.node")
            .leavesRest("the location holds none of it any more");

    private final Shape shape;

    private InventoryLevelBody(Shape shape) {
        this.shape = shape;
    }

    static InventoryLevelBody held() {
        return new InventoryLevelBody(HELD);
    }

    static InventoryLevelBody gone() {
        return new InventoryLevelBody(GONE);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public void translate(Json level, Facts facts) {
        var sku = level.id("inventory_item_id")
                .map(LineNames::ofInventoryItem)
                .orElseThrow(() -> level.malformed("inventory_item_id", "Expected the id of the inventory item."));
        var location = level.id("location_id");
        if (location.isEmpty()) {
            throw level.malformed("location_id", "Expected the id of the location.");
        }
        var node = LineNames.node(location, facts.options());
        available(level)
                .ifPresentOrElse(
                        quantity -> facts.add(counted(level, sku, node, quantity, facts)),
                        () -> facts.leave("The location does not count this item."));
    }

    private Optional<Quantity> available(Json level) {
        return shape == GONE ? Optional.of(Quantity.ZERO) : LineNames.optionalQuantity(level, "available");
    }

    private StockCounted counted(Json level, Sku sku, NodeId node, Quantity quantity, Facts facts) {
        Instant at = shape == GONE ? facts.moment() : level.moment("updated_at").orElse(facts.moment());
        var header = facts.header(StockCounted.class, EntityKind.STOCK, "count:" + sku + "@" + node + "@" + at, at);
        return new StockCounted(header, sku, node, StockKind.SELLABLE, CountBasis.AVAILABLE, quantity);
    }
}
