package dev.storetwin.core.state;

import dev.storetwin.event.CarrierScanned;
import dev.storetwin.event.DeliveryPromised;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderRouted;
import dev.storetwin.event.ScanKind;
import dev.storetwin.event.ShipmentDelivered;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.ShippingService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What orders promise and what shipments keep. Promise and shipment are facts of the order's document, the delivery is one of the
 * shipment's own; they are joined on reading, so that either may come first.
 */
final class DeliveryFold {

    private DeliveryFold() {}

    /** One entry per shipment of an order that was promised, or one for the order while nothing has left; and one for each one's carrier. */
    static List<LedgerEntry> promised(
            OrderId order,
            Document document,
            List<ShipmentDispatched> shipments,
            List<OrderLine> lines,
            Folding folding) {
        var entries = new ArrayList<LedgerEntry>();
        document.newest(DeliveryPromised.class).ifPresent(told -> {
            var due = due(order, document, shipments, lines, told, folding);
            entries.addAll(due);
            due.stream()
                    .flatMap(it -> it.carrier().stream())
                    .map(LedgerEntry.Carrying::new)
                    .forEach(entries::add);
        });
        return entries;
    }

    private static List<LedgerEntry.Due> due(
            OrderId order,
            Document document,
            List<ShipmentDispatched> shipments,
            List<OrderLine> lines,
            DeliveryPromised told,
            Folding folding) {
        if (shipments.isEmpty()) {
            return List.of(due(
                    order,
                    Optional.empty(),
                    planned(document, lines),
                    carrier(told.service()),
                    told,
                    folding,
                    told.header().occurredAt()));
        }
        return shipments.stream()
                .map(it -> due(
                        order,
                        Optional.of(it.shipment()),
                        Optional.of(it.node()),
                        carrier(it.service().or(told::service)),
                        told,
                        folding,
                        later(told, it)))
                .toList();
    }

    private static LedgerEntry.Due due(
            OrderId order,
            Optional<ShipmentId> shipment,
            Optional<NodeId> node,
            Optional<CarrierId> carrier,
            DeliveryPromised told,
            Folding folding,
            Instant since) {
        return new LedgerEntry.Due(
                order, shipment, node, carrier, folding.day(told.latest()), told.latest(), EpochNanos.nanos(since));
    }

    private static Instant later(TwinEvent one, TwinEvent other) {
        var first = one.header().occurredAt();
        var second = other.header().occurredAt();
        return first.isAfter(second) ? first : second;
    }

    private static Optional<CarrierId> carrier(Optional<ShippingService> service) {
        return service.map(ShippingService::carrier);
    }

    /** The one node that all of it is to leave. */
    private static Optional<NodeId> planned(Document document, List<OrderLine> lines) {
        var routed = document.facts(OrderRouted.class).stream()
                .filter(it -> !it.lines().isEmpty())
                .map(OrderRouted::node);
        var named = lines.stream().flatMap(it -> it.node().stream());
        var nodes = Stream.concat(routed, named).distinct().toList();
        return nodes.size() == 1 ? Optional.of(nodes.get(0)) : Optional.empty();
    }

    /** That a shipment arrived, from its own document. */
    static List<LedgerEntry> handedOver(Document document) {
        var entries = new ArrayList<LedgerEntry>();
        for (var fact : document.facts()) {
            if (fact instanceof ShipmentDelivered delivered) {
                entries.add(new LedgerEntry.HandedOver(
                        delivered.shipment(), delivered.header().occurredAt()));
            } else if (fact instanceof CarrierScanned scan && scan.kind() == ScanKind.AVAILABLE_FOR_PICKUP) {
                entries.add(new LedgerEntry.HandedOver(
                        scan.shipment(), scan.header().occurredAt()));
            }
        }
        return entries;
    }
}
