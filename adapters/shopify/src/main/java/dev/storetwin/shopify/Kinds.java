package dev.storetwin.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All kinds of body that Shopify sends, in the order in which they are tried where there is no topic. */
final class Kinds {

    private static final List<Kind> ORDERS = List.of(
            Kind.of("order", new OrderBody())
                    .topics(
                            "orders/create orders/updated orders/paid orders/cancelled orders/fulfilled orders/partially_fulfilled")
                    .wrapped("order orders")
                    .toldBy("line_items financial_status")
                    .toldBy("line_items order_number"),
            Kind.of("deleted order", Removal.ofOrder()).topics("orders/delete"),
            Kind.of("refund", new RefundBody())
                    .topics("refunds/create")
                    .wrapped("refund refunds")
                    .toldBy("refund_line_items"),
            Kind.of("transaction", new TransactionBody())
                    .topics("order_transactions/create")
                    .wrapped("transaction transactions")
                    .toldBy("kind gateway"),
            Kind.of("dispute", new DisputeBody())
                    .topics("disputes/create disputes/update")
                    .wrapped("dispute disputes")
                    .toldBy("evidence_due_by initiated_at"),
            Kind.of("return", new ReturnBody())
                    .topics(
                            "returns/request returns/approve returns/decline returns/cancel returns/close returns/reopen")
                    .wrapped("return returns")
                    .toldBy("order total_return_line_items")
                    .toldById("Return"));

    private static final List<Kind> SHIPMENTS = List.of(
            Kind.of("fulfillment", new FulfillmentBody())
                    .topics("fulfillments/create fulfillments/update")
                    .wrapped("fulfillment fulfillments")
                    .toldBy("order_id tracking_company")
                    .toldBy("order_id tracking_numbers"),
            Kind.of("fulfillment event", new FulfillmentEventBody())
                    .topics("fulfillment_events/create")
                    .wrapped("fulfillment_event fulfillment_events")
                    .toldBy("fulfillment_id happened_at"),
            Kind.of("deleted fulfillment event", new FulfillmentEventRetraction())
                    .topics("fulfillment_events/delete"),
            Kind.of("fulfillment orders", new FulfillmentOrderBody())
                    .topics("fulfillment_orders/* fulfillment_holds/*")
                    .toldBy("fulfillment_order")
                    .toldBy("fulfillment_orders")
                    .toldBy("original_fulfillment_order")
                    .toldBy("submitted_fulfillment_order"));

    private static final List<Kind> CATALOG = List.of(
            Kind.of("product", new ProductBody())
                    .topics("products/create products/update")
                    .wrapped("product products")
                    .toldBy("variants handle"),
            Kind.of("deleted product", Removal.ofProduct()).topics("products/delete"),
            Kind.of("variant", new VariantBody())
                    .topics("variants/in_stock variants/out_of_stock")
                    .wrapped("variant variants")
                    .toldBy("product_id price inventory_policy"),
            Kind.of("listing", new ListingBody())
                    .topics("product_listings/* product_publications/*")
                    .wrapped("product_listing product_listings")
                    .toldBy("product_id publication_id"),
            Kind.of("inventory item", new InventoryItemBody())
                    .topics("inventory_items/create inventory_items/update")
                    .wrapped("inventory_item inventory_items")
                    .toldBy("tracked country_code_of_origin"),
            Kind.of("deleted inventory item", Removal.ofInventoryItem()).topics("inventory_items/delete"),
            Kind.of("inventory level", InventoryLevelBody.held())
                    .topics("inventory_levels/connect inventory_levels/update")
                    .wrapped("inventory_level inventory_levels")
                    .toldBy("inventory_item_id location_id available"),
            Kind.of("disconnected inventory level", InventoryLevelBody.gone()).topics("inventory_levels/disconnect"),
            Kind.of("location", LocationBody.kept())
                    .topics("locations/create locations/update locations/activate locations/deactivate")
                    .wrapped("location locations")
                    .toldBy("legacy active"),
            Kind.of("deleted location", LocationBody.gone()).topics("locations/delete"));

    private static final List<Kind> PEOPLE = List.of(
            Kind.of("checkout", CheckoutBody.open())
                    .topics("checkouts/create checkouts/update")
                    .wrapped("checkout checkouts")
                    .toldBy("abandoned_checkout_url"),
            Kind.of("deleted checkout", CheckoutBody.gone())
                    .topics("checkouts/delete")
                    .toldBy("reservation_token"),
            Kind.of("redaction of a customer", ErasureBody.redacted())
                    .topics("customers/redact")
                    .toldBy("customer orders_to_redact"),
            Kind.of("customer", new CustomerBody())
                    .topics("customers/create customers/update customers/enable customers/disable")
                    .wrapped("customer customers")
                    .toldBy("verified_email updated_at"),
            Kind.of("deleted customer", ErasureBody.deleted()).topics("customers/delete"),
            Kind.of("merge of customers", new MergeBody())
                    .topics("customers/merge")
                    .toldBy("admin_graphql_api_customer_kept_id"),
            Kind.of("consent", new ConsentBody())
                    .topics("customers_marketing_consent/update customers_email_marketing_consent/update")
                    .toldBy("email_marketing_consent")
                    .toldBy("sms_marketing_consent"));

    /** A cart has hardly a field of its own, so it is tried last. */
    private static final List<Kind> CARTS = List.of(Kind.of("cart", new CartBody())
            .topics("carts/create carts/update")
            .wrapped("cart carts")
            .toldBy("token line_items"));

    private static final List<Kind> ALL = Stream.of(ORDERS, SHIPMENTS, CATALOG, PEOPLE, LeftKinds.ALL, CARTS)
            .flatMap(List::stream)
            .toList();

    private Kinds() {}

    static List<Kind> all() {
        return ALL;
    }

    static Optional<Kind> ofTopic(String topic) {
        return first(kind -> kind.hasTopic(topic)).or(() -> first(kind -> kind.hasTopicGroup(topic)));
    }

    static Optional<Kind> ofWrapper(String name) {
        return first(kind -> kind.wrappers().contains(name));
    }

    static Optional<Kind> toldBy(JsonNode body) {
        return first(kind -> kind.isToldBy(body));
    }

    private static Optional<Kind> first(Predicate<Kind> condition) {
        return ALL.stream().filter(condition).findFirst();
    }
}
