package dev.storetwin.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.LineKind;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderEdited;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.type.Amount;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.PromotionId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.TaxMode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void an_order_is_placed_when_it_was_processed_and_as_new_as_its_last_change() {
        var placed = Told.by("orders/create", """
                {'id':1,'created_at':'2025-03-01T10:00:05+01:00','processed_at':'2025-03-01T10:00:00+01:00',
                 'updated_at':'2025-03-02T10:00:00+01:00','line_items':[]}""").the(OrderPlaced.class);

        assertThat(placed.header().occurredAt()).isEqualTo(Instant.parse("2025-03-01T09:00:00Z"));
        assertThat(placed.header().version()).isEqualTo(SourceVersion.at(Instant.parse("2025-03-02T09:00:00Z")));
    }

    @Test
    void amounts_stay_exact_and_in_the_shops_currency() {
        var line = line("""
                {'id':7,'sku':'MUG','quantity':3,'price':'1.00',
                 'price_set':{'shop_money':{'amount':'19.9950','currency_code':'USD'},
                              'presentment_money':{'amount':'18.00','currency_code':'EUR'}},
                 'discount_allocations':[{'amount_set':{'shop_money':{'amount':'0.0050','currency_code':'USD'}}},
                                         {'amount_set':{'shop_money':{'amount':'3.34','currency_code':'USD'}}}]}""");

        assertThat(line.unitPrice()).contains(Money.of("19.995", "USD"));
        assertThat(line.discount()).contains(Money.of("3.345", "USD"));
        assertThat(line.total().net()).contains(Money.of("56.64", "USD"));
    }

    @Test
    void the_orders_own_totals_are_kept_even_where_the_lines_add_up_otherwise() {
        var placed = Told.by("orders/create", """
                {'id':1,'currency':'USD','taxes_included':true,'subtotal_price':'368.96','total_price':'375.00','total_tax':'12.34',
                 'line_items':[{'id':7,'sku':'LAMP','quantity':3,'price':'122.99'}]}""").the(OrderPlaced.class);

        assertThat(placed.totals().goods()).isEqualTo(Amount.ofGross(Money.of("368.96", "USD")));
        assertThat(placed.totals().total().gross()).contains(Money.of("375.00", "USD"));
        assertThat(placed.totals().total().tax()).contains(Money.of("12.34", "USD"));
        assertThat(placed.taxMode()).isEqualTo(TaxMode.GROSS);
    }

    @Test
    void a_line_knows_the_promotions_that_its_discount_came_from() {
        var placed = Told.by("orders/create", """
                {'id':1,'discount_applications':[{'code':'SPRING'},{'title':'Friends'},{}],
                 'line_items':[{'id':7,'sku':'MUG','quantity':1,'price':'5',
                   'discount_allocations':[{'amount':'1','discount_application_index':1},{'amount':'1','discount_application_index':99}]}]}""").the(OrderPlaced.class);

        assertThat(placed.lines().get(0).promotions()).containsExactly(PromotionId.of("Friends"));
    }

    @Test
    void a_line_without_sku_is_named_by_its_variant_then_its_product_then_as_custom() {
        assertThat(line("{'sku':' ','variant_id':8,'product_id':9,'quantity':1}")
                        .sku())
                .isEqualTo(Sku.of("shopify:variant:8"));
        assertThat(line("{'sku':null,'product_id':9,'quantity':1}").sku()).isEqualTo(Sku.of("shopify:product:9"));
        assertThat(line("{'quantity':1}").sku()).isEqualTo(Sku.of("shopify:custom"));
    }

    @Test
    void ids_may_be_null_zero_huge_text_or_global() {
        assertThat(line("{'id':null,'quantity':1}").lineId()).isEqualTo("#0");
        assertThat(line("{'id':0,'quantity':1}").lineId()).isEqualTo("#0");
        assertThat(line("{'id':98765432109876543210987654321,'quantity':1}").lineId())
                .isEqualTo("98765432109876543210987654321");
        assertThat(line("{'id':'12','quantity':1}").lineId()).isEqualTo("12");
        assertThat(line("{'id':'gid://shopify/LineItem/12?x=1','quantity':1}").lineId())
                .isEqualTo("12");
    }

    @Test
    void lines_that_share_an_id_are_told_apart() {
        var placed = Told.by("orders/create", """
                {'id':1,'line_items':[{'id':5,'quantity':1},{'id':5,'quantity':2}]}""").the(OrderPlaced.class);

        assertThat(placed.lines()).extracting(OrderLine::lineId).containsExactly("5", "5#1");
    }

    @Test
    void only_goods_are_demand() {
        assertThat(line("{'quantity':1}").kind()).isEqualTo(LineKind.GOODS);
        assertThat(line("{'quantity':1,'gift_card':true,'requires_shipping':false}")
                        .kind())
                .isEqualTo(LineKind.GIFT_CARD);
        assertThat(line("{'quantity':1,'requires_shipping':false}").kind()).isEqualTo(LineKind.SERVICE);
        assertThat(line("{'quantity':1,'tip_payment_gateway':'cash'}").kind()).isEqualTo(LineKind.TIP);
    }

    @Test
    void the_channel_is_named_by_location_then_source_then_app_then_as_usual() {
        assertThat(channel("'source_name':'pos','location_id':77,'app_id':88")).isEqualTo(Channel.of("store-leipzig"));
        assertThat(channel("'source_name':'pos'")).isEqualTo(Channel.of("pos"));
        assertThat(channel("'source_name':'4711','app_id':88")).isEqualTo(Channel.of("partner"));
        assertThat(channel("'source_name':'4711'")).isEqualTo(Channel.of("web"));
        assertThat(channel("'source_name':'web'")).isEqualTo(Channel.of("web"));
    }

    @Test
    void a_till_takes_goods_from_its_own_store() {
        var placed = Told.by("orders/create", """
                {'id':1,'source_name':'pos','location_id':77,'line_items':[{'id':5,'quantity':1}]}""").the(OrderPlaced.class);

        assertThat(placed.lines().get(0).node()).contains(NodeId.of("LEIPZIG"));
    }

    @Test
    void a_customer_is_a_token_and_a_guest_is_nobody() {
        var known = Told.by("orders/create", "{'id':1,'customer':{'id':5001},'line_items':[]}")
                .the(OrderPlaced.class);
        var guest = Told.by("orders/create", "{'id':1,'customer':null,'email':'guest@shop.test','line_items':[]}")
                .the(OrderPlaced.class);

        assertThat(known.subject()).isPresent();
        assertThat(known.subject().get().value()).doesNotContain("5001");
        assertThat(guest.subject()).isEmpty();
    }

    @Test
    void what_is_missing_and_was_not_refunded_was_edited_away() {
        var told = Told.by("orders/updated", """
                {'id':1,'currency':'EUR','current_total_price':'9.00','line_items':[
                  {'id':5,'sku':'MUG','quantity':3,'current_quantity':1,'price':'9'},
                  {'id':6,'sku':'CUP','quantity':1,'current_quantity':1,'price':'9'}],
                 'refunds':[{'id':2,'refund_line_items':[{'line_item_id':5,'quantity':1,'restock_type':'cancel','line_item':{'sku':'MUG'}}]}]}""");

        var edited = told.the(OrderEdited.class);
        assertThat(edited.lines()).extracting(OrderLine::quantity).containsExactly(Quantity.of(2), Quantity.of(1));
        assertThat(edited.lines().get(0).total()).isEqualTo(Amount.UNKNOWN);
        assertThat(told.the(OrderPlaced.class).lines().get(0).quantity()).isEqualTo(Quantity.of(3));
    }

    @Test
    void an_order_that_was_only_refunded_was_not_edited() {
        var told = Told.by("orders/updated", """
                {'id':1,'line_items':[{'id':5,'sku':'MUG','quantity':1,'current_quantity':0}],
                 'refunds':[{'id':2,'refund_line_items':[{'line_item_id':5,'quantity':1,'restock_type':'return','line_item':{'sku':'MUG'}}]}]}""");

        assertThat(told.all(OrderEdited.class)).isEmpty();
    }

    @Test
    void a_cancelled_order_is_cancelled_as_a_whole_and_not_edited() {
        var told = Told.by("orders/cancelled", """
                {'id':1,'cancelled_at':'2025-03-05T10:00:00Z','cancel_reason':'inventory',
                 'line_items':[{'id':5,'sku':'MUG','quantity':1,'current_quantity':0}]}""");

        assertThat(told.the(OrderCancelled.class).isWhole()).isTrue();
        assertThat(told.the(OrderCancelled.class).reason()).isEqualTo("inventory");
        assertThat(told.all(OrderEdited.class)).isEmpty();
    }

    @Test
    void an_order_within_its_name_or_in_a_list_is_the_same_order() {
        var body = "{'id':1,'financial_status':'paid','line_items':[{'id':5,'sku':'MUG','quantity':1}]}";
        var alone = Told.by("orders/create", body).translation();

        assertThat(Told.byFields(body).translation()).isEqualTo(alone);
        assertThat(Told.byFields("{'order':" + body + ",'notice':'done'}").translation())
                .isEqualTo(alone);
        assertThat(Told.byFields("{'orders':[" + body + "]}").translation()).isEqualTo(alone);
    }

    @Test
    void a_fault_deep_within_is_named_by_its_path_and_nothing_is_told() {
        assertThat(Told.by("orders/create", "{'id':1,'line_items':[{'id':5,'quantity':1},{'id':6,'quantity':-1}]}")
                        .quarantinedAt())
                .isEqualTo("$.line_items[1].quantity");
        assertThat(Told.byFields("{'orders':[{'id':1,'line_items':[]},{'id':2,'line_items':7}]}")
                        .quarantinedAt())
                .isEqualTo("$.orders[1].line_items");
        assertThat(Told.by("orders/create", "{'line_items':[]}").quarantinedAt())
                .isEqualTo("$.id");
        assertThat(Told.by("orders/create", "{'id':1,'line_items':[{'quantity':1,")
                        .quarantinedAt())
                .startsWith("$.line_items[0]");
        assertThat(Told.by("orders/create", "{'id':1,'currency':'Euro','line_items':[]}")
                        .quarantinedAt())
                .isEqualTo("$.currency");
    }

    @Test
    void an_edit_alone_is_left_since_the_whole_order_follows() {
        assertThat(Told.by("orders/edited", "{'order_edit':{'id':1}}").ignoredBecause())
                .contains("orders/updated");
    }

    private static OrderLine line(String line) {
        return Told.by("orders/create", "{'id':1,'line_items':[" + line + "]}")
                .the(OrderPlaced.class)
                .lines()
                .get(0);
    }

    private static Channel channel(String fields) {
        return Told.by("orders/create", "{'id':1,'line_items':[]," + fields + "}")
                .the(OrderPlaced.class)
                .channel();
    }
}
