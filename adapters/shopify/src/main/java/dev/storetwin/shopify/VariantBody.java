package dev.storetwin.shopify;

import java.util.List;
import java.util.Optional;

/** A variant that comes without its product. */
final class VariantBody implements BodyTranslator {

    private static final String WEIGHT = "VariantUpserted.grams, where there are no `grams`";

    static final Shape SHAPE = Shape.of("variant")
            .reads("id", "VariantUpserted.aliases; its SKU, where `sku` is blank")
            .reads("sku", "VariantUpserted.sku, PriceChanged.sku")
            .reads("inventory_item_id", "VariantUpserted.aliases")
            .reads("product_id", "VariantUpserted.product, where the product itself is not there")
            .reads("title", "VariantUpserted.name")
            .reads("price", "PriceChanged.price")
            .reads("compare_at_price", "PriceChanged.compareAt")
            .reads("updated_at", "PriceChanged.occurredAt and version")
            .reads("created_at", "PriceChanged.occurredAt and version, where there is no `updated_at`")
            .reads("inventory_management", "VariantUpserted.tracked")
            .reads("inventory_policy", "VariantUpserted.attributes")
            .reads("barcode", "VariantUpserted.attributes")
            .reads("option1", "VariantUpserted.attributes")
            .reads("option2", "VariantUpserted.attributes")
            .reads("option3", "VariantUpserted.attributes")
            .reads("grams", "VariantUpserted.grams")
            .reads("weight", WEIGHT)
            .reads("weight_unit", WEIGHT)
            .leaves("over all locations; `inventory_levels/*` count each", "inventory_quantity old_inventory_quantity")
            .leaves("over all locations; `inventory_levels/*` count each", "inventory_quantity_adjustment")
            .leaves("prices in the buyer's currency", "presentment_prices")
            .leaves("who packs it", "fulfillment_service")
            .leaves("how it is shown and delivered", "position image_id requires_shipping")
            .leaves("recurring terms", "selling_plan_allocations")
            .leaves("the merchant's own fields", "metafields")
            .leaves("how the price is shown", "unit_price unit_price_measurement");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json variant, Facts facts) {
        new VariantFacts(Optional.empty(), facts).tell(List.of(variant));
    }
}
