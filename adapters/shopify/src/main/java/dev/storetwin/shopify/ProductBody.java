package dev.storetwin.shopify;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.ProductUpserted;
import dev.storetwin.type.ProductId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A product with all its variants and their prices. */
final class ProductBody implements BodyTranslator {

    private static final Shape CATEGORY = Shape.of("category")
            .reads("full_name", "ProductUpserted.category, where there is no `product_type`")
            .reads("name", "ProductUpserted.category, where there is no full name")
            .leaves("names of the same category elsewhere", "id parent_id level ancestor_ids");

    private static final Shape OPTION = Shape.of("option")
            .reads("name", "VariantUpserted.attributes: the option's name")
            .reads("position", "VariantUpserted.attributes: which option it names")
            .leaves("each variant has its own value", "values")
            .leaves("nothing refers to it", "id product_id");

    static final Shape SHAPE = Shape.of("product")
            .identified("ProductUpserted.product, VariantUpserted.product")
            .reads("title", "ProductUpserted.title, VariantUpserted.name")
            .reads("product_type", "ProductUpserted.category, VariantUpserted.category")
            .reads("vendor", "ProductUpserted.brand")
            .reads("status", "ProductUpserted.active")
            .reads("published_at", "ProductUpserted.active, where there is no `status`")
            .reads("tags", "ProductUpserted.attributes")
            .reads("updated_at", "ProductUpserted.occurredAt and version, VariantUpserted.version")
            .reads("created_at", "ProductUpserted.occurredAt and version, where there is no `updated_at`")
            .part("category", CATEGORY)
            .each("options", OPTION)
            .each("variants", VariantBody.SHAPE)
            .leaves("words and pictures for the shop window", "body_html handle images image media template_suffix")
            .leaves(
                    "the merchant's own fields",
                    "metafields metafields_global_title_tag metafields_global_description_tag")
            .leaves("`product_listings/*` and `product_publications/*` say where it is sold", "published_scope")
            .leaves("the variants say it", "variant_gids variant_ids has_variants_that_requires_components");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json product, Facts facts) {
        var id = ProductId.of(product.ownId());
        var at = product.moment("updated_at")
                .or(() -> product.moment("created_at"))
                .orElse(facts.moment());
        facts.add(upserted(product, id, at, facts));
        new VariantFacts(Optional.of(context(product, id, at)), facts).tell(product.each("variants"));
    }

    private static ProductUpserted upserted(Json product, ProductId id, Instant at, Facts facts) {
        return new ProductUpserted(
                facts.header(ProductUpserted.class, EntityKind.PRODUCT, id.value(), at),
                id,
                product.text("title").orElse(id.value()),
                category(product),
                product.text("vendor"),
                Optional.empty(),
                isActive(product),
                product.text("tags").map(tags -> Map.of("tags", tags)).orElse(Map.of()));
    }

    private static VariantFacts.Product context(Json product, ProductId id, Instant at) {
        return new VariantFacts.Product(id, product.text("title"), category(product), optionNames(product), at);
    }

    private static Optional<String> category(Json product) {
        var category = product.at("category");
        return product.text("product_type").or(() -> category.text("full_name")).or(() -> category.text("name"));
    }

    private static boolean isActive(Json product) {
        return product.text("status").map("active"::equals).orElseGet(() -> product.moment("published_at")
                .isPresent());
    }

    /** Names of the options by position, such as 1 for Color. */
    private static Map<String, String> optionNames(Json product) {
        var names = new TreeMap<String, String>();
        for (var option : product.each("options")) {
            var position = option.text("position");
            option.text("name").ifPresent(name -> position.ifPresent(it -> names.put(it, name)));
        }
        return names;
    }
}
