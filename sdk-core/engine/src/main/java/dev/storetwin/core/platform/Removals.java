package dev.storetwin.core.platform;

import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.EventKey;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.ProductRemoved;
import dev.storetwin.event.PromotionEnded;
import dev.storetwin.event.PurchaseOrderCancelled;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantRemoved;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.ProductId;
import dev.storetwin.type.PromotionId;
import dev.storetwin.type.PurchaseOrderId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The events that say that something is gone without the platform having said so itself. */
final class Removals {

    /** Kinds of entities whose end has an event. */
    static final Set<EntityKind> KINDS = Set.of(
            EntityKind.PRODUCT, EntityKind.VARIANT, EntityKind.PROMOTION, EntityKind.PURCHASE_ORDER, EntityKind.ORDER);

    private static final String SWEPT = "swept:";
    private static final String REASON = "no longer listed by the platform";

    private Removals() {}

    /** What all removals of one sweep share, and how new they are. */
    record Header(Source source, SourceVersion version, Instant at) {

        EventHeader about(Entity entity) {
            var key = new EventKey(source, SWEPT + entity + "@" + at);
            return new EventHeader(key, entity, version, at, at, Optional.empty());
        }
    }

    static TwinEvent of(Entity gone, Header header) {
        var id = gone.id();
        return switch (gone.kind()) {
            case PRODUCT -> new ProductRemoved(header.about(gone), ProductId.of(id));
            case VARIANT -> new VariantRemoved(header.about(gone), Sku.of(id));
            case PROMOTION -> new PromotionEnded(header.about(gone), PromotionId.of(id));
            case PURCHASE_ORDER -> new PurchaseOrderCancelled(header.about(gone), PurchaseOrderId.of(id), REASON);
            case ORDER ->
                new OrderCancelled(
                        header.about(new Entity(EntityKind.CANCELLATION, SWEPT + id)),
                        OrderId.of(id),
                        List.of(),
                        REASON);
            default ->
                throw new IllegalArgumentException(
                        "No event tells that a %s is gone.\nMaybe its listing should not sweep it."
                                .formatted(gone.kind()));
        };
    }

    /** Whether a removal is a sweep's own, so that it may take it back. */
    static boolean isSwept(EventKey removal) {
        return removal.eventId().startsWith(SWEPT);
    }

    static EventRetracted retraction(Entity back, EventKey removal, Instant at) {
        var header = EventHeader.of(removal.source(), "retract:" + removal.eventId(), back, at);
        return new EventRetracted(header, removal, "listed by the platform again");
    }
}
