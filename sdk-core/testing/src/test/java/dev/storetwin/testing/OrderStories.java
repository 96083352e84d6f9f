package dev.storetwin.testing;

import dev.storetwin.event.CarrierScanned;
import dev.storetwin.event.DeliveryPromised;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.ItemsRestocked;
import dev.storetwin.event.ItemsReturned;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderEdited;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.OrderRefunded;
import dev.storetwin.event.OrderRouted;
import dev.storetwin.event.OrderTotals;
import dev.storetwin.event.PaymentRecorded;
import dev.storetwin.event.PaymentStage;
import dev.storetwin.event.ReturnStage;
import dev.storetwin.event.ReturnUpdated;
import dev.storetwin.event.ScanKind;
import dev.storetwin.event.ShipmentCancelled;
import dev.storetwin.event.ShipmentDelivered;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Amount;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.ReturnId;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.ShippingService;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SubjectId;
import dev.storetwin.type.TaxMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Orders and what becomes of them: edited, cancelled, routed, shipped, sent back, refunded. */
final class OrderStories {

    /** What can be done to an order. */
    private enum Deed {
        SEND_AGAIN,
        EDIT,
        CANCEL_LINE,
        CANCEL,
        ROUTE,
        SHIP,
        SHIP_AND_TAKE_BACK,
        DELIVER,
        SHIP_AND_DELIVER,
        PROMISE,
        RETURN,
        RESTOCK,
        REFUND,
        PAY
    }

    /**
     * One thing done to an order.
     *
     * @param minute after the order was placed
     * @param line   which line, counted round
     */
    private record Step(Deed deed, int minute, int line, long units, NodeId node) {}

    /** One line as ordered. */
    record Line(Sku sku, long units, Money price, Optional<NodeId> node) {

        OrderLine as(int number) {
            return as(number, units);
        }

        private OrderLine as(int number, long quantity) {
            var line = OrderLine.of(Integer.toString(number), sku, Quantity.of(quantity), price, TaxMode.NET);
            return node.map(line::from).orElse(line);
        }
    }

    private OrderStories() {}

    static Arbitrary<Story> any() {
        return Combinators.combine(
                        Town.minutes(),
                        Town.channels(),
                        Arbitraries.of(Town.SHOPPERS).optional(),
                        lines(),
                        steps())
                .as((minute, channel, shopper, lines, steps) ->
                        number -> told("order-" + number, minute, channel, shopper, lines, steps));
    }

    static Arbitrary<List<Line>> lines() {
        return Combinators.combine(
                        Town.skus(),
                        Arbitraries.longs().between(1, 5),
                        Town.prices(),
                        Town.nodes().optional())
                .as(Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, 24).map(it -> it * 45),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(1, 3),
                        Town.nodes())
                .as(Step::new)
                .list()
                .ofMaxSize(5);
    }

    static OrderPlaced placed(OrderId order, int minute, Channel channel, Optional<SubjectId> by, List<Line> lines) {
        return new OrderPlaced(
                Town.header(EntityKind.ORDER, order.value(), minute),
                order,
                channel,
                by,
                Optional.empty(),
                TaxMode.NET,
                orderLines(lines),
                OrderTotals.UNKNOWN);
    }

    private static List<OrderLine> orderLines(List<Line> lines) {
        var all = new ArrayList<OrderLine>();
        for (int i = 0; i < lines.size(); i++) {
            all.add(lines.get(i).as(i));
        }
        return all;
    }

    private static List<TwinEvent> told(
            String id, int minute, Channel channel, Optional<SubjectId> by, List<Line> lines, List<Step> steps) {
        var order = OrderId.of(id);
        var events = new ArrayList<TwinEvent>();
        events.add(placed(order, minute, channel, by, lines));
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            events.addAll(new Doing(order, i, minute + step.minute(), channel, by, lines, step).events());
        }
        return events;
    }

    /** One step of one order. */
    private record Doing(
            OrderId order,
            int number,
            int minute,
            Channel channel,
            Optional<SubjectId> by,
            List<Line> lines,
            Step step) {

        private int line() {
            return step.line() % lines.size();
        }

        private LineQuantity quantity() {
            return Town.line(line(), lines.get(line()).sku(), step.units());
        }

        private String id() {
            return order + ":" + number;
        }

        List<TwinEvent> events() {
            return switch (step.deed()) {
                case SEND_AGAIN ->
                    List.of(placed(order, minute, channel, by, List.of(changed().get(0))));
                case EDIT ->
                    List.of(new OrderEdited(
                            Town.header(EntityKind.ORDER, order.value(), minute),
                            order,
                            orderLines(changed()),
                            OrderTotals.UNKNOWN));
                case CANCEL_LINE ->
                    List.of(new OrderCancelled(
                            Town.header(EntityKind.CANCELLATION, id(), minute), order, List.of(quantity()), "late"));
                case CANCEL -> List.of(OrderCancelled.of(Town.SHOP, order, Town.at(minute), "late"));
                case ROUTE -> List.of(routed());
                case SHIP -> List.of(shipped());
                case SHIP_AND_TAKE_BACK -> List.of(shipped(), takenBack());
                case DELIVER ->
                    List.of(new ShipmentDelivered(
                            Town.header(EntityKind.SHIPMENT, id(), minute + 30), ShipmentId.of(id())));
                case SHIP_AND_DELIVER -> List.of(shipped(), handedOver());
                case PROMISE -> List.of(promised());
                case RETURN -> returned();
                case RESTOCK ->
                    List.of(new ItemsRestocked(
                            Town.header(EntityKind.RESTOCK, id(), minute),
                            order,
                            step.node(),
                            step.units() == 3 ? StockKind.DAMAGED : StockKind.SELLABLE,
                            List.of(quantity())));
                case REFUND ->
                    List.of(new OrderRefunded(
                            Town.header(EntityKind.REFUND, id(), minute),
                            order,
                            Amount.ofNet(lines.get(line()).price()),
                            List.of(),
                            Amount.UNKNOWN,
                            "broken"));
                case PAY ->
                    List.of(new PaymentRecorded(
                            Town.header(EntityKind.PAYMENT, id(), minute),
                            order,
                            PaymentStage.CAPTURED,
                            lines.get(line()).price(),
                            "card"));
            };
        }

        /** One line holds another quantity, and perhaps another SKU. */
        private List<Line> changed() {
            var all = new ArrayList<>(lines);
            var old = lines.get(line());
            var sku = step.units() == 2 ? Town.SKUS.get(number % 3) : old.sku();
            all.set(line(), new Line(sku, step.units(), old.price(), old.node()));
            return all;
        }

        /** Two assignments per order, moved about; now and then one is left without lines. */
        private OrderRouted routed() {
            var header = Town.header(EntityKind.ROUTING, order + ":" + number % 2, minute);
            return new OrderRouted(header, order, step.node(), step.minute() == 0 ? List.of() : List.of(quantity()));
        }

        private ShipmentDispatched shipped() {
            return ShipmentDispatched.of(
                    Town.SHOP, ShipmentId.of(id()), order, step.node(), Town.at(minute), quantity());
        }

        /** On the way with a carrier, and at the door or at the shop where it is picked up. */
        private TwinEvent handedOver() {
            var header = Town.header(EntityKind.SHIPMENT, id(), minute + 60 * 8 * line());
            var shipment = ShipmentId.of(id());
            return step.units() == 1
                    ? new CarrierScanned(header, shipment, ScanKind.AVAILABLE_FOR_PICKUP, Optional.empty(), "ready")
                    : new ShipmentDelivered(header, shipment);
        }

        private DeliveryPromised promised() {
            var service = new ShippingService(Town.CARRIERS.get(line() % 2), "parcel");
            return new DeliveryPromised(
                    Town.header(EntityKind.DELIVERY_PROMISE, order.value(), minute),
                    order,
                    Optional.empty(),
                    Town.at(minute + 480 * (int) step.units()),
                    step.units() == 2 ? Optional.empty() : Optional.of(service),
                    Optional.empty());
        }

        private ShipmentCancelled takenBack() {
            return new ShipmentCancelled(
                    Town.header(EntityKind.SHIPMENT, id(), minute + 15), ShipmentId.of(id()), Optional.of(order));
        }

        private List<TwinEvent> returned() {
            var wanted = new ReturnUpdated(
                    Town.header(EntityKind.RETURN, id(), minute),
                    order,
                    ReturnId.of(id()),
                    ReturnStage.REQUESTED,
                    List.of(quantity()),
                    "broken");
            var back = new ItemsReturned(
                    Town.header(EntityKind.RETURN, id() + ":items", minute + 60), order, List.of(quantity()), "broken");
            return List.of(wanted, back);
        }
    }
}
