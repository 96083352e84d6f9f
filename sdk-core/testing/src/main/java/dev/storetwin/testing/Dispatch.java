package dev.storetwin.testing;

import dev.storetwin.core.random.Draw;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.ShipmentDelivered;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.ShippingService;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What happens between an order and the shopper's door: goods taken along, parcels sent, orders cancelled before they leave. */
final class Dispatch {

    private static final LocalTime ORDERS_UNTIL = LocalTime.of(14, 0);
    private static final LocalTime LEAVES_FROM = LocalTime.of(16, 30);
    private static final int LOADING_SECONDS = 5_400;
    private static final ShippingService PARCEL = new ShippingService(CarrierId.of("parcel-co"), "standard");

    private final Agenda agenda;
    private final ShopLog log;
    private final Shelves shelves;
    private final ZoneId zone;
    private final double cancelled;
    private final Function<String, Draw> fates;
    private final BiConsumer<Sale, NodeId> whenArrived;
    private final Map<OrderId, Sale> open = new HashMap<>();

    /**
     * @param cancelled   share of orders that shoppers cancel before the goods leave
     * @param fates       chance by order
     * @param whenArrived told when the shopper holds the goods that came from a node
     */
    Dispatch(
            Agenda agenda,
            ShopLog log,
            Shelves shelves,
            ZoneId zone,
            double cancelled,
            Function<String, Draw> fates,
            BiConsumer<Sale, NodeId> whenArrived) {
        this.agenda = agenda;
        this.log = log;
        this.shelves = shelves;
        this.zone = zone;
        this.cancelled = cancelled;
        this.fates = fates;
        this.whenArrived = whenArrived;
    }

    void accept(Sale sale) {
        var fate = fates.apply(sale.order().value());
        open.put(sale.order(), sale);
        if (sale.counterNode().isEmpty() && fate.nextBoolean(cancelled)) {
            boolean whole = sale.lines().size() == 1 || fate.nextBoolean(.7);
            var minutes = Duration.ofMinutes(10 + fate.nextInt(170));
            agenda.at(agenda.now().plus(minutes), () -> cancel(sale, whole));
        }
        for (var node : sale.nodes()) {
            var leaves = sale.isTakenAlong(node) ? agenda.now().plusSeconds(1) : departure(agenda.now(), fate);
            var arrives = arrival(leaves, fate);
            agenda.at(leaves, () -> leave(sale, node, arrives));
        }
    }

    /** From Monday to Saturday goods leave in the afternoon; what is ordered later leaves on the next of these days. */
    private Instant departure(Instant ordered, Draw fate) {
        var local = ordered.atZone(zone);
        var day = local.toLocalTime().isBefore(ORDERS_UNTIL)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day.atTime(LEAVES_FROM)
                .atZone(zone)
                .plusSeconds(fate.nextInt(LOADING_SECONDS))
                .toInstant();
    }

    private Instant arrival(Instant leaves, Draw fate) {
        var day = leaves.atZone(zone).toLocalDate().plusDays(1L + fate.nextInt(3));
        return day.atTime(9, 0).atZone(zone).plusSeconds(fate.nextInt(30_000)).toInstant();
    }

    private void cancel(Sale sale, boolean whole) {
        var left = open.get(sale.order());
        if (left == null) {
            return;
        }
        var gone = whole ? left.lines() : List.of(left.lines().get(0));
        gone.forEach(it -> shelves.release(it.sku(), it.node(), it.units()));
        keepOpen(left.without(gone));
        var header = log.header(EntityKind.CANCELLATION, sale.order().value());
        var lines = whole
                ? List.<LineQuantity>of()
                : gone.stream().map(Sale.Line::quantity).toList();
        log.write(new OrderCancelled(header, sale.order(), lines, "changed my mind"));
    }

    private void keepOpen(Sale left) {
        if (left.lines().isEmpty()) {
            open.remove(left.order());
        } else {
            open.put(left.order(), left);
        }
    }

    private void leave(Sale sale, NodeId node, Instant arrives) {
        var left = open.get(sale.order());
        if (left == null || left.from(node).lines().isEmpty()) {
            return;
        }
        var parcel = left.from(node);
        keepOpen(left.without(parcel.lines()));
        parcel.lines().forEach(it -> shelves.ship(it.sku(), it.node(), it.units()));
        var shipment = ShipmentId.of(sale.order() + "-" + node);
        boolean along = sale.isTakenAlong(node);
        log.write(new ShipmentDispatched(
                log.header(EntityKind.SHIPMENT, shipment.value()),
                shipment,
                Optional.of(sale.order()),
                node,
                parcel.lines().stream().map(Sale.Line::quantity).toList(),
                along ? Optional.empty() : Optional.of(PARCEL),
                Optional.empty()));
        if (along) {
            whenArrived.accept(parcel, node);
        } else {
            agenda.at(arrives, () -> arrive(parcel, node, shipment));
        }
    }

    private void arrive(Sale parcel, NodeId node, ShipmentId shipment) {
        log.write(new ShipmentDelivered(log.header(EntityKind.SHIPMENT, shipment.value()), shipment));
        whenArrived.accept(parcel, node);
    }
}
