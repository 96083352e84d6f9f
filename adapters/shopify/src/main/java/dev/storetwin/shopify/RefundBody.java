package dev.storetwin.shopify;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.ItemsRestocked;
import dev.storetwin.event.ItemsReturned;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderRefunded;
import dev.storetwin.event.RefundLine;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.event.StockKind;
import dev.storetwin.type.Amount;
import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A refund: money that went back, and apart from it what became of the goods. It stands alone or within its order. */
final class RefundBody implements BodyTranslator {

    static final Shape SHAPE = Shape.of("refund")
            .identified("OrderRefunded.entity, ItemsReturned.entity, ItemsRestocked.entity, OrderCancelled.entity")
            .reads("order_id", "OrderRefunded.order")
            .reads("created_at", "OrderRefunded.occurredAt, where there is no `processed_at`")
            .reads("processed_at", "OrderRefunded.occurredAt and version")
            .each("refund_line_items", RefundedLine.SHAPE)
            .each("refund_shipping_lines", RefundedShipping.LINE)
            .each("order_adjustments", RefundedShipping.ADJUSTMENT)
            .each("transactions", TransactionBody.SHAPE)
            .leaves("each line says it", "restock")
            .leaves("`returns/*` say it", "return return_id")
            .leaves("part of a calculation, not of a refund", "shipping currency")
            .leaves("duties and fees are within the total", "refund_duties refund_additional_fees");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json refund, Facts facts) {
        translate(refund, Optional.empty(), Cash.of(facts.options()), facts);
    }

    static void translate(Json refund, Optional<OrderId> within, Cash cash, Facts facts) {
        if (isCalculation(refund)) {
            facts.leave("A calculation of what a refund would give: nothing happened.");
            return;
        }
        var order = OrderReference.read(refund, "order_id", within);
        var told = new Telling(refund.ownId(), order, at(refund, facts), facts);
        var lines = RefundedLine.read(refund);
        told.money(refund, cash, lines);
        told.goods(lines);
        refund.each("transactions").forEach(it -> TransactionBody.translate(it, Optional.of(order), cash, facts));
    }

    private static boolean isCalculation(Json refund) {
        return refund.id("id").isEmpty()
                && refund.each("transactions").stream().anyMatch(TransactionBody::isSuggestion);
    }

    private static Instant at(Json refund, Facts facts) {
        return refund.moment("processed_at")
                .or(() -> refund.moment("created_at"))
                .orElse(facts.moment());
    }

    /** What one refund tells. */
    private record Telling(String id, OrderId order, Instant at, Facts facts) {

        /** A refund gets newer as its payments settle, which no time of its own tells. */
        void money(Json refund, Cash cash, List<RefundedLine> lines) {
            var settled = refund.each("transactions").stream()
                    .filter(TransactionBody::isRefund)
                    .toList();
            var version = new SourceVersion(SourceVersion.at(at).value() + settled.size());
            facts.add(new OrderRefunded(
                    facts.header(OrderRefunded.class, EntityKind.REFUND, id, at, version),
                    order,
                    TransactionBody.sum(settled, cash).map(Amount::ofGross).orElse(Amount.UNKNOWN),
                    lines.stream().map(line -> refundLine(line, cash)).toList(),
                    RefundedShipping.read(refund, cash),
                    ""));
        }

        private static RefundLine refundLine(RefundedLine line, Cash cash) {
            Optional<Money> subtotal = cash.money(line.json(), "subtotal");
            var amount = cash.amount(subtotal, cash.money(line.json(), "total_tax"));
            return new RefundLine(line.lineId(), line.sku(), line.quantity(), amount);
        }

        void goods(List<RefundedLine> lines) {
            cancelled(with(lines, RefundedLine.Fate.CANCELLED));
            returned(with(lines, RefundedLine.Fate.RETURNED));
        }

        private static List<RefundedLine> with(List<RefundedLine> lines, RefundedLine.Fate fate) {
            return lines.stream().filter(line -> line.fate() == fate).toList();
        }

        private void cancelled(List<RefundedLine> lines) {
            if (!lines.isEmpty()) {
                var header = facts.header(OrderCancelled.class, EntityKind.CANCELLATION, "refund:" + id, at);
                facts.add(new OrderCancelled(header, order, quantities(lines), "refunded before it left"));
            }
        }

        private void returned(List<RefundedLine> lines) {
            if (!lines.isEmpty()) {
                var header = facts.header(ItemsReturned.class, EntityKind.RETURN, "refund:" + id, at);
                facts.add(new ItemsReturned(header, order, quantities(lines), "refunded"));
                restocked(lines);
            }
        }

        private void restocked(List<RefundedLine> lines) {
            var byNode = lines.stream()
                    .collect(groupingBy(
                            line -> LineNames.node(line.location(), facts.options()),
                            TreeMap::new,
                            mapping(RefundedLine::toLineQuantity, toList())));
            byNode.forEach((node, quantities) -> {
                var header = facts.header(ItemsRestocked.class, EntityKind.RESTOCK, "refund:" + id + "@" + node, at);
                facts.add(new ItemsRestocked(header, order, node, StockKind.SELLABLE, quantities));
            });
        }

        private static List<LineQuantity> quantities(List<RefundedLine> lines) {
            return lines.stream().map(RefundedLine::toLineQuantity).toList();
        }
    }
}
