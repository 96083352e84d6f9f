package dev.storetwin.shopify;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.ProductRemoved;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantRemoved;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.ProductId;
import java.util.List;
import java.util.function.BiFunction;

/** A body that names a thing which is gone, and little else. */
final class Removal implements BodyTranslator {

    private final Shape shape;
    private final BiFunction<String, Facts, TwinEvent> fact;

    private Removal(String what, String into, BiFunction<String, Facts, TwinEvent> fact) {
        this.shape = Shape.of(what).identified(into).leavesRest("it is gone");
        this.fact = fact;
    }

    static Removal ofProduct() {
        return new Removal(
                "deleted product",
                "ProductRemoved.product",
                (id, facts) -> new ProductRemoved(
                        facts.header(ProductRemoved.class, EntityKind.PRODUCT, id, facts.moment()), ProductId.of(id)));
    }

    /** An inventory item goes with its variant. */
    static Removal ofInventoryItem() {
        return new Removal("deleted inventory item", "VariantRemoved.sku, as its alias", (id, facts) -> {
            var sku = LineNames.ofInventoryItem(id);
            var header = facts.header(VariantRemoved.class, EntityKind.VARIANT, sku.value(), facts.moment());
            return new VariantRemoved(header, sku);
        });
    }

    /** Nothing of it will be fulfilled any more; what was, stays true. */
    static Removal ofOrder() {
        return new Removal("deleted order", "OrderCancelled.order", (id, facts) -> {
            var header = facts.header(OrderCancelled.class, EntityKind.CANCELLATION, id, facts.moment());
            return new OrderCancelled(header, OrderId.of(id), List.of(), "deleted");
        });
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public void translate(Json body, Facts facts) {
        facts.add(fact.apply(body.ownId(), facts));
    }
}
