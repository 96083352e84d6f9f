package dev.storetwin.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.CarrierScanned;
import dev.storetwin.event.DeliveryPromised;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.ItemsRestocked;
import dev.storetwin.event.ItemsReturned;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderRefunded;
import dev.storetwin.event.OrderRouted;
import dev.storetwin.event.PaymentRecorded;
import dev.storetwin.event.PaymentStage;
import dev.storetwin.event.ReturnStage;
import dev.storetwin.event.ReturnUpdated;
import dev.storetwin.event.ScanKind;
import dev.storetwin.event.ShipmentCancelled;
import dev.storetwin.event.ShipmentDelivered;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.type.Amount;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import org.junit.jupiter.api.Test;

/** Refunds, payments, returns and shipments. */
class AfterTheOrderTest {

    private static final LineQuantity ONE_MUG = new LineQuantity("5", Sku.of("MUG"), Quantity.of(1));

    @Test
    void refunded_money_and_refunded_goods_are_facts_of_their_own() {
        var told = Told.by("refunds/create", """
                {'id':2,'order_id':1,'created_at':'2025-03-06T10:00:00Z',
                 'refund_line_items':[{'line_item_id':5,'quantity':1,'restock_type':'return','location_id':77,'subtotal':9.33,'total_tax':1.49,'line_item':{'sku':'MUG'}}],
                 'transactions':[{'id':3,'kind':'refund','status':'success','amount':'10.82','currency':'EUR'}]}""");

        var refunded = told.the(OrderRefunded.class);
        assertThat(refunded.amount()).isEqualTo(Amount.ofGross(Money.of("10.82", "EUR")));
        assertThat(refunded.lines().get(0).amount().net()).contains(Money.of("9.33", "EUR"));
        assertThat(told.the(ItemsReturned.class).lines()).containsExactly(ONE_MUG);
        assertThat(told.the(ItemsRestocked.class).node()).isEqualTo(NodeId.of("LEIPZIG"));
        assertThat(told.the(PaymentRecorded.class).stage()).isEqualTo(PaymentStage.REFUNDED);
    }

    @Test
    void what_is_cancelled_never_left_so_no_stock_comes_back() {
        var told = refundOf("'restock_type':'cancel','location_id':77");

        assertThat(told.the(OrderCancelled.class).lines()).containsExactly(ONE_MUG);
        assertThat(told.all(ItemsRestocked.class)).isEmpty();
        assertThat(told.all(ItemsReturned.class)).isEmpty();
    }

    @Test
    void what_was_not_put_back_was_cancelled_if_it_had_not_left_and_kept_if_it_had() {
        var unshipped = refundOf("'restock_type':'no_restock','line_item':{'sku':'MUG','fulfillment_status':null}");
        var shipped =
                refundOf("'restock_type':'no_restock','line_item':{'sku':'MUG','fulfillment_status':'fulfilled'}");

        assertThat(unshipped.the(OrderCancelled.class).lines()).containsExactly(ONE_MUG);
        assertThat(shipped.all(OrderCancelled.class)).isEmpty();
        assertThat(shipped.all(ItemsReturned.class)).isEmpty();
    }

    @Test
    void an_old_restock_was_a_return_if_the_goods_had_left() {
        var shipped =
                refundOf("'restock_type':'legacy_restock','line_item':{'sku':'MUG','fulfillment_status':'fulfilled'}");

        assertThat(shipped.the(ItemsReturned.class).lines()).containsExactly(ONE_MUG);
        assertThat(shipped.the(ItemsRestocked.class).node()).isEqualTo(NodeId.of("default"));
    }

    @Test
    void a_refund_is_the_same_fact_alone_and_within_its_order() {
        var refund = """
                {'id':2,'order_id':1,'processed_at':'2025-03-06T10:00:00Z',
                 'refund_line_items':[{'line_item_id':5,'quantity':1,'restock_type':'return','subtotal':'9','line_item':{'sku':'MUG'}}],
                 'transactions':[{'id':3,'order_id':1,'kind':'refund','status':'success','amount':'9','currency':'EUR','created_at':'2025-03-06T10:00:00Z'}]}""";
        var alone = Told.by("refunds/create", refund);
        var within = Told.by("orders/updated", "{'id':1,'currency':'EUR','line_items':[],'refunds':[" + refund + "]}");

        assertThat(within.translation().events())
                .containsAll(alone.translation().events());
    }

    @Test
    void a_refund_gets_newer_as_its_payment_settles() {
        var pending = refund("pending");
        var settled = refund("success");

        assertThat(settled.header().entity()).isEqualTo(pending.header().entity());
        assertThat(settled.header().version()).isGreaterThan(pending.header().version());
        assertThat(pending.amount()).isEqualTo(Amount.UNKNOWN);
    }

    @Test
    void a_calculation_is_no_refund() {
        assertThat(Told.byFields("{'refund':{'transactions':[{'kind':'suggested_refund','amount':'2'}]}}")
                        .ignoredBecause())
                .contains("calculation");
    }

    @Test
    void payments_have_stages_and_an_unknown_kind_is_refused() {
        assertThat(payment("'kind':'authorization'")).isEqualTo(PaymentStage.AUTHORIZED);
        assertThat(payment("'kind':'sale','status':'success'")).isEqualTo(PaymentStage.CAPTURED);
        assertThat(payment("'kind':'void'")).isEqualTo(PaymentStage.VOIDED);
        assertThat(payment("'kind':'capture','status':'failure'")).isEqualTo(PaymentStage.FAILED);
        assertThat(payment("'kind':'capture','status':'pending'")).isEqualTo(PaymentStage.PENDING);
        assertThat(Told.by("order_transactions/create", "{'id':3,'order_id':1,'amount':'1','kind':'gift'}")
                        .quarantinedAt())
                .isEqualTo("$.kind");
    }

    @Test
    void a_dispute_that_is_won_disputes_nothing_any_more() {
        var open = dispute("'status':'under_review'");
        var won = dispute("'status':'won','finalized_on':'2025-03-21'");

        assertThat(open.amount()).isEqualTo(Money.of("11.50", "CAD"));
        assertThat(won.amount().isZero()).isTrue();
        assertThat(won.header().entity()).isEqualTo(open.header().entity());
        assertThat(won.header().version()).isGreaterThan(open.header().version());
    }

    @Test
    void a_fulfillment_is_a_shipment_until_it_is_cancelled() {
        var sent = Told.by("fulfillments/create", """
                {'id':4,'order_id':1,'status':'success','created_at':'2025-03-02T10:00:00Z','updated_at':'2025-03-03T10:00:00Z','location_id':77,
                 'tracking_company':'ParcelCo','tracking_number':'PC-1','line_items':[{'id':5,'sku':'MUG','quantity':1}]}""").the(ShipmentDispatched.class);
        var cancelled = Told.by("fulfillments/update", """
                {'id':4,'order_id':1,'status':'cancelled','updated_at':'2025-03-04T10:00:00Z','line_items':[]}""").the(ShipmentCancelled.class);

        assertThat(sent.lines()).containsExactly(ONE_MUG);
        assertThat(sent.node()).isEqualTo(NodeId.of("LEIPZIG"));
        assertThat(sent.toString()).doesNotContain("PC-1");
        assertThat(cancelled.header().entity()).isEqualTo(sent.header().entity());
        assertThat(cancelled.header().version()).isGreaterThan(sent.header().version());
    }

    @Test
    void a_fulfillment_that_arrived_says_so() {
        var told = Told.by(
                "fulfillments/update", "{'id':4,'order_id':1,'status':'success','shipment_status':'delivered'}");

        assertThat(told.the(ShipmentDelivered.class).shipment().value()).isEqualTo("4");
    }

    @Test
    void a_scan_that_is_deleted_is_taken_back_whatever_delivery_brought_it() {
        var scan =
                "{'id':9,'fulfillment_id':4,'status':'in_transit','happened_at':'2025-03-03T10:00:00Z','message':'given to Ada'}";
        var scanned = Told.by("fulfillment_events/create", scan).the(CarrierScanned.class);
        var retracted = Told.by("fulfillment_events/delete", scan).the(EventRetracted.class);

        assertThat(scanned.kind()).isEqualTo(ScanKind.IN_TRANSIT);
        assertThat(scanned.message()).doesNotContain("Ada");
        assertThat(retracted.retracted()).isEqualTo(scanned.header().key());
        assertThat(retracted.document()).isEqualTo(scanned.document());
    }

    @Test
    void a_move_takes_the_lines_from_one_node_to_another() {
        var told = Told.by("fulfillment_orders/moved", """
                {'original_fulfillment_order':{'id':1,'order_id':1,'assigned_location_id':77,'status':'closed','line_items':[]},
                 'moved_fulfillment_order':{'id':2,'order_id':1,'assigned_location_id':78,'status':'open',
                   'line_items':[{'line_item_id':5,'variant_id':8,'quantity':1}],
                   'delivery_method':{'max_delivery_date_time':'2025-03-09T00:00:00Z'}}}""");

        assertThat(told.all(OrderRouted.class))
                .extracting(OrderRouted::node)
                .containsExactly(NodeId.of("LEIPZIG"), NodeId.of("78"));
        assertThat(told.all(OrderRouted.class).get(0).lines()).isEmpty();
        assertThat(told.all(OrderRouted.class).get(1).lines()).hasSize(1);
        assertThat(told.the(DeliveryPromised.class).order().value()).isEqualTo("1");
    }

    @Test
    void a_fulfillment_order_without_its_order_is_left() {
        assertThat(Told.by(
                                "fulfillment_orders/order_routing_complete",
                                "{'fulfillment_order':{'id':'gid://shopify/FulfillmentOrder/1','status':'open'}}")
                        .ignoredBecause())
                .contains("neither its order nor its lines");
    }

    @Test
    void a_return_names_lines_by_what_little_it_knows() {
        var told = Told.by("returns/request", """
                {'id':6,'status':'requested','order':{'id':1},
                 'return_line_items':[{'quantity':1,'return_reason':'wrong_item','customer_note':'Ada',
                   'fulfillment_line_item':{'line_item':{'admin_graphql_api_id':'gid://shopify/LineItem/5'}}}]}""").the(ReturnUpdated.class);

        assertThat(told.stage()).isEqualTo(ReturnStage.REQUESTED);
        assertThat(told.lines()).containsExactly(new LineQuantity("5", Sku.of("shopify:line_item:5"), Quantity.of(1)));
        assertThat(told.reason()).isEqualTo("wrong_item");
    }

    private static Told refundOf(String fields) {
        var item = fields.contains("line_item'") ? "" : ",'line_item':{'sku':'MUG'}";
        return Told.by(
                "refunds/create",
                "{'id':2,'order_id':1,'refund_line_items':[{'line_item_id':5,'quantity':1," + fields + item + "}]}");
    }

    private static OrderRefunded refund(String status) {
        return Told.by("refunds/create", """
                {'id':2,'order_id':1,'created_at':'2025-03-06T10:00:00Z','transactions':[{'id':3,'kind':'refund','status':'%s','amount':'9'}]}""".formatted(status)).the(OrderRefunded.class);
    }

    private static PaymentStage payment(String fields) {
        return Told.by("order_transactions/create", "{'id':3,'order_id':1,'amount':'1'," + fields + "}")
                .the(PaymentRecorded.class)
                .stage();
    }

    private static PaymentRecorded dispute(String fields) {
        return Told.by("disputes/update", """
                {'id':6,'order_id':1,'amount':'11.50','currency':'CAD','initiated_at':'2025-03-08T10:00:00Z',%s}""".formatted(fields)).the(PaymentRecorded.class);
    }
}
