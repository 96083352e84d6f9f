package dev.storetwin.shopify;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderEdited;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order, which Shopify sends whole with every change of it. So one body tells that it was placed, and all that became of it since:
 * edits, cancellation, payments, refunds, shipments. Facts that have been told before come again with the same version.
 */
final class OrderBody implements BodyTranslator {

    private static final Set<String> TILLS = Set.of("pos");

    static final Shape SHAPE = OrderTotalsReader.declare(ChannelReader.declare(Shape.of("order")))
            .identified("OrderPlaced.order, and the document of all that follows")
            .reads("created_at", "OrderPlaced.occurredAt, where there is no `processed_at`")
            .reads("processed_at", "OrderPlaced.occurredAt")
            .reads("updated_at", "OrderPlaced.version")
            .reads("currency", "the currency of amounts that name none")
            .reads("taxes_included", "OrderPlaced.taxMode, and whether amounts are net or gross")
            .reads("cancelled_at", "OrderCancelled.occurredAt")
            .reads("cancel_reason", "OrderCancelled.reason")
            .part("customer", Customers.reference("OrderPlaced.subject"))
            .part("shipping_address", Places.shape("OrderPlaced.shipTo"))
            .each("discount_applications", Promotions.SHAPE)
            .each("line_items", OrderLines.SHAPE)
            .each("refunds", RefundBody.SHAPE)
            .each("fulfillments", FulfillmentBody.SHAPE)
            .each("transactions", TransactionBody.SHAPE)
            .leaves("where the bill goes, not the goods", "billing_address")
            .leaves("`fulfillments` say it line by line", "fulfillment_status")
            .leaves("payments and refunds say it", "financial_status payment_gateway_names gateway")
            .leaves("payments and refunds say it", "payment_terms processing_method")
            .leaves("the shop's bookkeeping", "closed_at confirmed test tags")
            .leaves("other names of the same order", "name number order_number confirmation_number po_number")
            .leaves("other names of the same order", "reference source_identifier source_url")
            .leaves("`carts/*` and `checkouts/*` tell of them", "token cart_token checkout_id checkout_token")
            .leaves("where the visit came from", "landing_site landing_site_ref referring_site")
            .leaves("`customers/*` say it", "customer_locale buyer_accepts_marketing buyer_accepts_sms_marketing")
            .leaves("`discount_applications` say it", "discount_codes")
            .leaves("single parts of `total_shipping_price_set` and `total_tax`", "shipping_lines tax_lines")
            .leaves("`returns/*` say it", "returns")
            .leaves("how bundled lines are shown", "line_item_groups")
            .leaves("follows from the variants", "total_weight")
            .leaves("a total at Shopify's own rate of exchange", "total_price_usd");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json order, Facts facts) {
        var id = OrderId.of(order.ownId());
        var cash = Cash.of(facts.options()).statedBy(order);
        var lines = OrderLines.read(order, cash, origin(order, facts.options()));
        facts.add(placed(order, id, cash, lines, facts));
        cancelled(order, id, facts).ifPresentOrElse(facts::add, () -> edited(order, id, cash, lines, facts)
                .ifPresent(facts::add));
        order.each("transactions").forEach(it -> TransactionBody.translate(it, Optional.of(id), cash, facts));
        order.each("refunds").forEach(it -> RefundBody.translate(it, Optional.of(id), cash, facts));
        order.each("fulfillments").forEach(it -> FulfillmentBody.translate(it, Optional.of(id), facts));
    }

    private static OrderPlaced placed(Json order, OrderId id, Cash cash, List<OrderLine> lines, Facts facts) {
        var placedAt = order.moment("processed_at")
                .or(() -> order.moment("created_at"))
                .orElse(changedAt(order, facts));
        var header = facts.header(OrderPlaced.class, EntityKind.ORDER, id.value(), placedAt, version(order, facts));
        return new OrderPlaced(
                header,
                id,
                channel(order, facts),
                facts.subject(order.at("customer").id("id")),
                Places.read(order.at("shipping_address")),
                cash.taxMode(),
                lines,
                OrderTotalsReader.asPlaced(order, cash));
    }

    private static Channel channel(Json order, Facts facts) {
        return ChannelReader.read(order, facts.options());
    }

    private static Optional<OrderCancelled> cancelled(Json order, OrderId id, Facts facts) {
        return order.moment("cancelled_at").map(at -> {
            var header = facts.header(OrderCancelled.class, EntityKind.CANCELLATION, id.value(), at);
            return new OrderCancelled(
                    header, id, List.of(), order.text("cancel_reason").orElse(""));
        });
    }

    /** A cancelled order was not edited: that it stands at nothing now is the cancellation's doing. */
    private static Optional<OrderEdited> edited(Json order, OrderId id, Cash cash, List<OrderLine> lines, Facts facts) {
        return OrderEdits.of(order, lines).map(after -> {
            var changedAt = changedAt(order, facts);
            var header = facts.header(OrderEdited.class, EntityKind.ORDER, id.value(), changedAt);
            return new OrderEdited(header, id, after, OrderTotalsReader.asEdited(order, cash));
        });
    }

    private static SourceVersion version(Json order, Facts facts) {
        return SourceVersion.at(changedAt(order, facts));
    }

    private static Instant changedAt(Json order, Facts facts) {
        return order.moment("updated_at").or(() -> order.moment("created_at")).orElse(facts.moment());
    }

    /** A till sells what lies in its own store. */
    private static Optional<NodeId> origin(Json order, ShopifyOptions options) {
        return order.text("source_name")
                .filter(TILLS::contains)
                .flatMap(till -> order.id("location_id"))
                .map(location -> LineNames.node(Optional.of(location), options));
    }
}
