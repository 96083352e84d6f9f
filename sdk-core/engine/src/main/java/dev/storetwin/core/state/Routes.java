package dev.storetwin.core.state;

import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderRouted;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * From which nodes the units of one order line will still be taken.
 *
 * <p>How it works: what the assignments give a node, less what has left there, is the room of that node. Units go where there is room, the
 * newest assignment first; what no assignment covers stays at the node that the line names, or at none yet.
 */
final class Routes {

    private final Map<NodeId, Quantity> room = new LinkedHashMap<>();
    private final NodeId otherwise;

    /**
     * @param routed    the assignments that stand, oldest first
     * @param shipments what has left
     */
    Routes(OrderLine line, List<OrderRouted> routed, List<ShipmentDispatched> shipments) {
        this.otherwise = line.node().orElse(StockAccount.UNASSIGNED);
        for (int i = routed.size() - 1; i >= 0; i--) {
            room.merge(routed.get(i).node(), units(routed.get(i).lines(), line), Quantity::plus);
        }
        for (var shipment : shipments) {
            room.computeIfPresent(shipment.node(), (node, units) -> units.minus(units(shipment.lines(), line))
                    .orZero());
        }
    }

    private static Quantity units(List<LineQuantity> lines, OrderLine line) {
        return lines.stream()
                .filter(it -> it.lineId().equals(line.lineId()))
                .map(LineQuantity::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    /** Takes units and says from where; what was taken takes up room. */
    void take(Quantity units, BiConsumer<NodeId, Quantity> from) {
        var left = units;
        for (var place : room.entrySet()) {
            var part = place.getValue().min(left);
            if (part.isPositive()) {
                place.setValue(place.getValue().minus(part));
                left = left.minus(part);
                from.accept(place.getKey(), part);
            }
        }
        if (left.isPositive()) {
            from.accept(otherwise, left);
        }
    }
}
