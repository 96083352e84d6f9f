package dev.storetwin.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.CartChanged;
import dev.storetwin.event.CheckoutAdvanced;
import dev.storetwin.event.CheckoutStage;
import dev.storetwin.event.Claim;
import dev.storetwin.event.ClaimKind;
import dev.storetwin.event.ConsentChanged;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.CountBasis;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.event.ListingChanged;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.ProductRemoved;
import dev.storetwin.event.ProductUpserted;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.SubjectErased;
import dev.storetwin.event.SubjectsLinked;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import org.junit.jupiter.api.Test;

/** Products, stock and locations; customers, carts and checkouts. */
class CatalogAndPeopleTest {

    private static final String MUG = """
            {'id':8,'sku':'MUG-BLUE','title':'Blue','price':'10.00','compare_at_price':'12.50','inventory_item_id':6,'option1':'Blue',
             'weight':2,'weight_unit':'lb','updated_at':'2025-03-02T10:00:00Z'}""";

    @Test
    void a_product_tells_itself_its_variants_their_names_elsewhere_and_their_prices() {
        var told = Told.by("products/update", """
                {'id':7,'title':'Mug','vendor':'Kiln','product_type':'Kitchen','status':'active','updated_at':'2025-03-03T10:00:00Z',
                 'options':[{'name':'Color','position':1}],'variants':[%s]}""".formatted(MUG));

        assertThat(told.the(ProductUpserted.class).category()).contains("Kitchen");
        var variant = told.the(VariantUpserted.class);
        assertThat(variant.sku()).isEqualTo(Sku.of("MUG-BLUE"));
        assertThat(variant.aliases())
                .containsExactlyInAnyOrder(Sku.of("shopify:variant:8"), Sku.of("shopify:inventory_item:6"));
        assertThat(variant.name()).isEqualTo("Mug - Blue");
        assertThat(variant.attributes()).containsEntry("Color", "Blue");
        assertThat(variant.grams())
                .hasValueSatisfying(grams -> assertThat(grams).isEqualByComparingTo("907.18474"));
        assertThat(told.the(PriceChanged.class).price()).isEqualTo(Money.of("10.00", "EUR"));
        assertThat(told.the(PriceChanged.class).compareAt()).contains(Money.of("12.50", "EUR"));
    }

    @Test
    void the_only_variant_of_a_product_has_the_products_name() {
        var told = Told.by("products/create", """
                {'id':7,'title':'Plate','variants':[{'id':9,'sku':null,'title':'Default Title','price':'5'}]}""");

        assertThat(told.the(VariantUpserted.class).name()).isEqualTo("Plate");
        assertThat(told.the(VariantUpserted.class).sku()).isEqualTo(Sku.of("shopify:variant:9"));
    }

    @Test
    void variants_that_share_a_sku_are_one_sku_with_all_their_names() {
        var told = Told.by("products/create", """
                {'id':7,'variants':[{'id':8,'sku':'MUG','inventory_item_id':6},{'id':9,'sku':'MUG','inventory_item_id':5}]}""");

        assertThat(told.the(VariantUpserted.class).aliases())
                .contains(Sku.of("shopify:variant:8"), Sku.of("shopify:variant:9"), Sku.of("shopify:inventory_item:5"));
    }

    @Test
    void a_variant_alone_does_not_replace_what_its_product_told_at_the_same_time() {
        var alone = Told.by("variants/in_stock", MUG).the(VariantUpserted.class);
        var within = Told.by(
                        "products/update",
                        "{'id':7,'title':'Mug','updated_at':'2025-03-02T10:00:00Z','variants':[" + MUG + "]}")
                .the(VariantUpserted.class);

        assertThat(within.header().entity()).isEqualTo(alone.header().entity());
        assertThat(within.header().version()).isGreaterThan(alone.header().version());
    }

    @Test
    void a_deleted_product_is_removed() {
        assertThat(Told.by("products/delete", "{'id':7}")
                        .the(ProductRemoved.class)
                        .product()
                        .value())
                .isEqualTo("7");
    }

    @Test
    void a_listing_is_on_the_apps_own_channel_or_on_one_that_the_options_name() {
        assertThat(Told.by("product_listings/remove", "{'product_listing':{'product_id':7}}")
                        .the(ListingChanged.class)
                        .listed())
                .isFalse();
        var published = Told.by("product_publications/create", "{'product_id':7,'publication_id':55,'published':true}")
                .the(ListingChanged.class);
        assertThat(published.channel()).isEqualTo(Channel.of("social"));
        assertThat(published.listed()).isTrue();
    }

    @Test
    void an_inventory_level_is_a_count_of_its_own_of_what_is_available() {
        var first = level("'available':9,'updated_at':'2025-03-03T10:00:00Z'");
        var later = level("'available':-2,'updated_at':'2025-03-03T10:00:01Z'");

        assertThat(first.sku()).isEqualTo(Sku.of("shopify:inventory_item:6"));
        assertThat(first.node()).isEqualTo(NodeId.of("LEIPZIG"));
        assertThat(first.basis()).isEqualTo(CountBasis.AVAILABLE);
        assertThat(later.quantity()).isEqualTo(Quantity.of(-2));
        assertThat(later.header().entity()).isNotEqualTo(first.header().entity());
    }

    @Test
    void a_location_that_does_not_count_an_item_tells_nothing_and_one_that_lost_it_has_none() {
        assertThat(Told.by("inventory_levels/update", "{'inventory_item_id':6,'location_id':77,'available':null}")
                        .ignoredBecause())
                .contains("does not count");
        assertThat(Told.by("inventory_levels/disconnect", "{'inventory_item_id':6,'location_id':77}")
                        .the(StockCounted.class)
                        .quantity())
                .isEqualTo(Quantity.ZERO);
    }

    @Test
    void an_inventory_item_tells_its_cost_exactly_or_nothing() {
        assertThat(Told.by("inventory_items/update", "{'id':6,'sku':'MUG','cost':'4.2550'}")
                        .the(CostChanged.class)
                        .cost())
                .isEqualTo(Money.of("4.255", "EUR"));
        assertThat(Told.by("inventory_items/update", "{'id':6,'sku':'MUG','cost':null}")
                        .ignoredBecause())
                .contains("no cost");
    }

    @Test
    void a_location_is_a_node_until_it_is_deleted() {
        assertThat(Told.by(
                                "locations/create",
                                "{'id':77,'name':'Leipzig','country_code':'DE','province_code':'SN','zip':'04109','active':true}")
                        .the(NodeChanged.class)
                        .toString())
                .contains("DE-SN")
                .doesNotContain("04109");
        assertThat(Told.by("locations/delete", "{'id':77}")
                        .the(NodeChanged.class)
                        .active())
                .isFalse();
    }

    @Test
    void a_customer_claims_who_it_is_and_what_it_allows() {
        var told = Told.by("customers/update", """
                {'id':5001,'email':'ada@shopper.test','first_name':'Ada','last_name':'Tester','verified_email':true,
                 'default_address':{'address1':'1 Mill Lane','zip':'04109','city':'Leipzig','country_code':'DE'},
                 'sms_marketing_consent':{'state':'subscribed','consent_updated_at':'2025-03-01T10:00:00Z'}}""");

        var claimed = told.the(IdentityClaimed.class);
        assertThat(claimed.claims())
                .contains(
                        Claim.of(ClaimKind.EMAIL, "ada@shopper.test"),
                        Claim.of(ClaimKind.NAME, "Ada Tester"),
                        Claim.of(ClaimKind.ADDRESS, "1 Mill Lane 04109 Leipzig DE"),
                        Claim.of(ClaimKind.POSTAL_CODE, "04109"));
        assertThat(told.translation().toString())
                .doesNotContain("ada")
                .doesNotContain("Mill Lane")
                .doesNotContain("5001");
        assertThat(told.the(ConsentChanged.class).granted()).isTrue();
    }

    @Test
    void an_address_that_may_be_somebody_elses_is_no_claim() {
        assertThat(Told.by("customers/update", "{'id':5001,'email':'shared@shop.test','verified_email':false}")
                        .the(IdentityClaimed.class)
                        .claims())
                .extracting(Claim::kind)
                .doesNotContain(ClaimKind.EMAIL);
    }

    @Test
    void the_same_customer_is_the_same_token_in_every_body() {
        var buyer = Told.by("orders/create", "{'id':1,'customer':{'id':5001},'line_items':[]}")
                .the(OrderPlaced.class)
                .subject();

        assertThat(buyer)
                .contains(Told.by("customers/redact", "{'customer':{'id':5001,'email':'ada@shopper.test'}}")
                        .the(SubjectErased.class)
                        .subject());
        assertThat(buyer)
                .contains(Told.by("customers/delete", "{'id':5001}")
                        .the(SubjectErased.class)
                        .subject());
        assertThat(buyer)
                .contains(Told.by("customers/merge", """
                {'admin_graphql_api_customer_kept_id':'gid://shopify/Customer/5001','admin_graphql_api_customer_deleted_id':'gid://shopify/Customer/2','status':'completed'}""")
                        .the(SubjectsLinked.class)
                        .subject());
    }

    @Test
    void a_cart_and_its_checkout_are_one_visit_under_a_name_that_opens_neither() {
        var cart = Told.by("carts/update", "{'token':'cart-token-9','line_items':[{'variant_id':8,'quantity':2}]}")
                .the(CartChanged.class);
        var checkout = Told.by(
                        "checkouts/create",
                        "{'token':'co-1','cart_token':'cart-token-9','email':'ada@shopper.test','line_items':[]}")
                .the(CheckoutAdvanced.class);

        assertThat(checkout.visit().session()).isEqualTo(cart.visit().session());
        assertThat(cart.toString()).doesNotContain("cart-token-9");
        assertThat(checkout.stage()).isEqualTo(CheckoutStage.CONTACT_GIVEN);
        assertThat(Told.by("checkouts/delete", "{'id':1,'cart_token':'cart-token-9'}")
                        .the(CheckoutAdvanced.class)
                        .stage())
                .isEqualTo(CheckoutStage.ABANDONED);
    }

    private static StockCounted level(String fields) {
        return Told.by("inventory_levels/update", "{'inventory_item_id':6,'location_id':77," + fields + "}")
                .the(StockCounted.class);
    }
}
