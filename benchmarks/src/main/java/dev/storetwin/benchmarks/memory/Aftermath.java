package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.ItemsRestocked;
import dev.storetwin.event.ItemsReturned;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderEdited;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.OrderRefunded;
import dev.storetwin.event.OrderRouted;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.RefundLine;
import dev.storetwin.event.ShipmentDelivered;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantRemoved;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.type.Amount;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.ShipmentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the events of a mix: orders are routed, shipped, edited, cancelled, sent back, refunded and told again in a newer version;
 * SKUs are removed, and older news of them comes late; and one event in a hundred is taken back as a mistake. Depends on the seed and the
 * event alone.
 */
final class Aftermath {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final double MISTAKEN = .01;

    private final MadeUpShop shop;
    private final Draws draws;

    Aftermath(long seed, MadeUpShop shop) {
        this.shop = shop;
        this.draws = Draws.of(seed);
    }

    /** What follows from one event; nothing from most. */
    List<TwinEvent> of(TwinEvent event) {
        var follows = new ArrayList<TwinEvent>();
        var draw = draws.keyed("aftermath", event.header().key().eventId(), 0);
        if (event instanceof OrderPlaced order) {
            order(order, draw, follows);
        } else if (event instanceof VariantUpserted variant) {
            variant(variant, draw, follows);
        }
        if (!(event instanceof ProductViewed) && draw.nextBoolean(MISTAKEN)) {
            follows.add(EventRetracted.of(event, event.header().occurredAt().plus(HOUR), "a mistake"));
        }
        return follows;
    }

    private void order(OrderPlaced order, Draw draw, List<TwinEvent> follows) {
        var node = MadeUpShop.any(shop.nodes(), draw);
        if (draw.nextBoolean(.5)) {
            follows.add(new OrderRouted(header(order, EntityKind.ROUTING, "", 1), order.order(), node, all(order)));
        }
        if (draw.nextBoolean(.05)) {
            follows.add(retold(order, draw));
        }
        if (draw.nextBoolean(.05)) {
            var edited = header(order, EntityKind.ORDER, "edited", 2);
            follows.add(new OrderEdited(sameThing(edited, order), order.order(), changed(order), order.totals()));
        }
        if (draw.nextBoolean(.10)) {
            var lines = draw.nextBoolean(.5) ? List.<LineQuantity>of() : List.of(one(order));
            follows.add(new OrderCancelled(
                    header(order, EntityKind.CANCELLATION, "", 3), order.order(), lines, "changed my mind"));
        }
        if (draw.nextBoolean(.80)) {
            shipped(order, node, draw, follows);
        }
    }

    /** A newer version, as a platform sends it with every change. */
    private static TwinEvent retold(OrderPlaced order, Draw draw) {
        var header = sameThing(header(order, EntityKind.ORDER, "v2-" + draw.nextInt(9), 2), order);
        return new OrderPlaced(
                header,
                order.order(),
                order.channel(),
                order.subject(),
                order.shipTo(),
                order.taxMode(),
                changed(order),
                order.totals());
    }

    private void shipped(OrderPlaced order, NodeId node, Draw draw, List<TwinEvent> follows) {
        var parcel = draw.nextBoolean(.2) ? List.of(one(order)) : all(order);
        var shipment = ShipmentId.of("s-" + order.order());
        follows.add(new ShipmentDispatched(
                header(order, EntityKind.SHIPMENT, "", 20),
                shipment,
                Optional.of(order.order()),
                node,
                parcel,
                Optional.empty(),
                Optional.empty()));
        follows.add(new ShipmentDelivered(header(order, EntityKind.SHIPMENT, "delivered", 60), shipment));
        if (draw.nextBoolean(.12)) {
            sentBack(order, node, draw, follows);
        }
    }

    private static void sentBack(OrderPlaced order, NodeId node, Draw draw, List<TwinEvent> follows) {
        var back = List.of(one(order));
        var kind = draw.nextBoolean(.2) ? StockKind.DAMAGED : StockKind.SELLABLE;
        follows.add(new ItemsReturned(header(order, EntityKind.RETURN, "", 200), order.order(), back, "too small"));
        follows.add(new ItemsRestocked(header(order, EntityKind.RESTOCK, "", 201), order.order(), node, kind, back));
        var line = order.lines().get(0);
        var refunded = new RefundLine(line.lineId(), line.sku(), line.quantity(), line.total());
        follows.add(new OrderRefunded(
                header(order, EntityKind.REFUND, "", 220),
                order.order(),
                line.total(),
                List.of(refunded),
                Amount.UNKNOWN,
                "sent back"));
    }

    private static void variant(VariantUpserted variant, Draw draw, List<TwinEvent> follows) {
        if (draw.nextBoolean(.06)) {
            var gone = header(variant, EntityKind.VARIANT, "gone", 5);
            follows.add(new VariantRemoved(sameThing(gone, variant), variant.sku()));
        }
        if (draw.nextBoolean(.10)) {
            follows.add(renamed(variant, 4, "late"));
        }
        if (draw.nextBoolean(.03)) {
            follows.add(renamed(variant, 9, "new"));
        }
    }

    private static TwinEvent renamed(VariantUpserted variant, int hours, String name) {
        var header = sameThing(header(variant, EntityKind.VARIANT, name, hours), variant);
        return new VariantUpserted(
                header,
                variant.sku(),
                variant.aliases(),
                variant.product(),
                name + " " + variant.name(),
                variant.category(),
                variant.supplier(),
                variant.taxMode(),
                variant.tracked(),
                variant.grams(),
                variant.parts(),
                variant.attributes());
    }

    private static List<LineQuantity> all(OrderPlaced order) {
        return order.lines().stream().map(Aftermath::whole).toList();
    }

    private static LineQuantity one(OrderPlaced order) {
        return whole(order.lines().get(0));
    }

    private static LineQuantity whole(OrderLine line) {
        return new LineQuantity(line.lineId(), line.sku(), line.quantity());
    }

    /** One line less. */
    private static List<OrderLine> changed(OrderPlaced order) {
        return order.lines().subList(0, order.lines().size() - 1);
    }

    private static EventHeader header(TwinEvent before, EntityKind kind, String what, int hours) {
        var id = before.header().key().eventId() + ":" + kind + ":" + what;
        var at = before.header().occurredAt().plus(HOUR.multipliedBy(hours));
        return EventHeader.of(MadeUpShop.SOURCE, id, new Entity(kind, id), at);
    }

    /** About the same entity as the event before. */
    private static EventHeader sameThing(EventHeader header, TwinEvent before) {
        return EventHeader.of(
                header.key().source(), header.key().eventId(), before.header().entity(), header.occurredAt());
    }
}
