package dev.storetwin.shopify;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.type.Money;
import dev.storetwin.type.ProductId;
import dev.storetwin.type.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells variants and their prices, with their product or without it. Variants that share one SKU are one SKU with the names of all: the
 * first of them describes it.
 */
final class VariantFacts {

    /** What Shopify calls the only variant of a product. */
    private static final String DEFAULT_TITLE = "Default Title";

    private static final Map<String, BigDecimal> GRAMS = Map.of(
            "g",
            BigDecimal.ONE,
            "kg",
            BigDecimal.valueOf(1_000),
            "lb",
            new BigDecimal("453.59237"),
            "oz",
            new BigDecimal("28.349523125"));

    /** What a product's body knows of all its variants. */
    record Product(
            ProductId id, Optional<String> title, Optional<String> category, Map<String, String> options, Instant at) {}

    private final Optional<Product> product;
    private final Facts facts;

    VariantFacts(Optional<Product> product, Facts facts) {
        this.product = product;
        this.facts = facts;
    }

    void tell(List<Json> variants) {
        var aliases = new LinkedHashMap<Sku, Set<Sku>>();
        variants.forEach(
                it -> aliases.computeIfAbsent(sku(it), sku -> new TreeSet<>()).addAll(aliases(it)));
        for (var variant : variants) {
            var others = Optional.ofNullable(aliases.remove(sku(variant)));
            others.ifPresent(names -> tell(variant, names));
        }
    }

    private void tell(Json variant, Set<Sku> aliases) {
        facts.add(upserted(variant, aliases));
        variant.number("price").ifPresent(price -> facts.add(priced(variant, price)));
    }

    private VariantUpserted upserted(Json variant, Set<Sku> aliases) {
        var sku = sku(variant);
        return new VariantUpserted(
                facts.header(VariantUpserted.class, EntityKind.VARIANT, sku.value(), at(variant), version(variant)),
                sku,
                aliases,
                product.map(Product::id).or(() -> variant.id("product_id").map(ProductId::of)),
                name(variant, sku),
                product.flatMap(Product::category),
                Optional.empty(),
                facts.options().taxMode(),
                isTracked(variant),
                grams(variant),
                List.of(),
                attributes(variant));
    }

    private PriceChanged priced(Json variant, BigDecimal price) {
        var at = at(variant);
        var sku = sku(variant);
        var channel = facts.options().channel();
        var currency = facts.options().currency();
        return new PriceChanged(
                facts.header(PriceChanged.class, EntityKind.PRICE, sku + "@" + channel + "@" + at, at),
                sku,
                channel,
                new Money(price, currency),
                variant.number("compare_at_price").map(it -> new Money(it, currency)),
                facts.options().taxMode());
    }

    private static Sku sku(Json variant) {
        return variant.as("sku", Sku::of)
                .or(() -> variant.id("id").map(LineNames::ofVariant))
                .orElseThrow(() -> variant.malformed("id", "Expected a SKU or the id of the variant."));
    }

    /** All names but its own. */
    private static Set<Sku> aliases(Json variant) {
        var aliases = new TreeSet<Sku>();
        variant.id("id").map(LineNames::ofVariant).ifPresent(aliases::add);
        variant.id("inventory_item_id").map(LineNames::ofInventoryItem).ifPresent(aliases::add);
        aliases.remove(sku(variant));
        return aliases;
    }

    private String name(Json variant, Sku sku) {
        var title = variant.text("title").filter(it -> !it.equals(DEFAULT_TITLE));
        var productTitle = product.flatMap(Product::title);
        return productTitle
                .map(of -> title.map(it -> of + " - " + it).orElse(of))
                .or(() -> title)
                .orElse(sku.value());
    }

    private static boolean isTracked(Json variant) {
        return !variant.has("inventory_management")
                || variant.text("inventory_management").isPresent();
    }

    /** A weight of zero is none. */
    private static Optional<BigDecimal> grams(Json variant) {
        return variant.number("grams")
                .or(() -> variant.number("weight").flatMap(weight -> variant.text("weight_unit")
                        .flatMap(unit -> Optional.ofNullable(GRAMS.get(unit)))
                        .map(weight::multiply)))
                .filter(weight -> weight.signum() > 0)
                .map(BigDecimal::stripTrailingZeros);
    }

    private Map<String, String> attributes(Json variant) {
        var attributes = new TreeMap<String, String>();
        for (var field : List.of("barcode", "inventory_policy")) {
            variant.text(field).ifPresent(value -> attributes.put(field, value));
        }
        var names = product.map(Product::options).orElse(Map.of());
        for (var position : List.of("1", "2", "3")) {
            var name = names.getOrDefault(position, "option" + position);
            variant.text("option" + position).ifPresent(value -> attributes.put(name, value));
        }
        return attributes;
    }

    private Instant at(Json variant) {
        return variant.moment("updated_at")
                .or(() -> variant.moment("created_at"))
                .or(() -> product.map(Product::at))
                .orElse(facts.moment());
    }

    /** With its product a variant is told better than alone, so it counts as newer than what was told alone at the same time. */
    private SourceVersion version(Json variant) {
        return product.map(it -> new SourceVersion(SourceVersion.at(it.at()).value() + 1))
                .orElseGet(() -> SourceVersion.at(at(variant)));
    }
}
