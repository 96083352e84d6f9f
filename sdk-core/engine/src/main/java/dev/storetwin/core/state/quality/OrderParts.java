package dev.storetwin.core.state.quality;

import dev.storetwin.event.ItemsRestocked;
import dev.storetwin.event.ItemsReturned;
import dev.storetwin.event.LineKind;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderEdited;
import dev.storetwin.event.OrderEvent;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.OrderRefunded;
import dev.storetwin.event.OrderRouted;
import dev.storetwin.event.OrderTotals;
import dev.storetwin.event.PaymentRecorded;
import dev.storetwin.event.RefundLine;
import dev.storetwin.event.ReturnUpdated;
import java.util.List;

/** What events of orders hold. */
final class OrderParts {

    private OrderParts() {}

    static void tell(OrderEvent event, PartReader to) {
        if (event instanceof OrderPlaced placed) {
            to.channel(placed.channel());
            placed.shipTo().ifPresent(it -> EventParts.place(it, to));
            tell(placed.lines(), placed.totals(), to);
        } else if (event instanceof OrderEdited edited) {
            tell(edited.lines(), edited.totals(), to);
        } else if (event instanceof OrderRouted routed) {
            to.node(routed.node());
            quantities(routed.lines(), to);
        } else if (event instanceof OrderCancelled cancelled) {
            quantities(cancelled.lines(), to);
            to.text("reason", cancelled.reason());
        } else if (event instanceof OrderRefunded refunded) {
            tell(refunded, to);
        } else if (event instanceof PaymentRecorded payment) {
            to.money("payment", payment.amount());
            to.text("method", payment.method());
        } else {
            back(event, to);
        }
    }

    private static void back(OrderEvent event, PartReader to) {
        if (event instanceof ReturnUpdated updated) {
            quantities(updated.lines(), to);
            to.text("reason", updated.reason());
        } else if (event instanceof ItemsReturned returned) {
            quantities(returned.lines(), to);
            to.text("reason", returned.reason());
        } else if (event instanceof ItemsRestocked restocked) {
            to.node(restocked.node());
            quantities(restocked.lines(), to);
        }
    }

    private static void tell(List<OrderLine> lines, OrderTotals totals, PartReader to) {
        for (var line : lines) {
            tell(line, to);
        }
        to.due("goods", totals.goods());
        to.due("shipping", totals.shipping());
        to.due("total", totals.total());
        totals.discount().ifPresent(it -> to.due("discount", it));
    }

    private static void tell(OrderLine line, PartReader to) {
        to.line(line.lineId());
        to.ordered("ordered quantity", line.quantity());
        line.unitPrice().ifPresent(it -> to.money("unit price", it));
        if (line.kind() == LineKind.GOODS) {
            to.sku(line.sku());
            to.due("line's total", line.total());
        } else {
            to.amount("line's total", line.total());
        }
        line.discount().ifPresent(it -> to.due("line's discount", it));
        line.node().ifPresent(to::node);
    }

    private static void tell(OrderRefunded refunded, PartReader to) {
        to.due("refund", refunded.amount());
        to.due("refund of shipping", refunded.shipping());
        refunded.lines().forEach(it -> tell(it, to));
        to.text("reason", refunded.reason());
    }

    private static void tell(RefundLine line, PartReader to) {
        to.sku(line.sku());
        to.moved("refunded quantity", line.quantity());
        to.due("line's refund", line.amount());
    }

    static void quantities(List<LineQuantity> lines, PartReader to) {
        for (var line : lines) {
            to.sku(line.sku());
            to.ordered("quantity of a line", line.quantity());
        }
    }
}
