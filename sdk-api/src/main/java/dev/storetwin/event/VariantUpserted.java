package dev.storetwin.event;

import dev.storetwin.type.ProductId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SupplierId;
import dev.storetwin.type.TaxMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A SKU exists so, from now on.
 *
 * @param sku        its name in the shop
 * @param aliases    other names under which platforms report its sales and stock (variant id, inventory item id)
 * @param product    the product it belongs to
 * @param name       as shoppers see it
 * @param category   the merchant's category, where it is known per SKU
 * @param supplier   who sells it to us
 * @param taxMode    whether its prices contain tax
 * @param tracked    whether its stock is counted at all
 * @param grams      shipping weight
 * @param parts      what a bundle is made of; empty for a plain SKU
 * @param attributes anything else worth learning from, by name
 */
public record VariantUpserted(
        EventHeader header,
        Sku sku,
        Set<Sku> aliases,
        Optional<ProductId> product,
        String name,
        Optional<String> category,
        Optional<SupplierId> supplier,
        TaxMode taxMode,
        boolean tracked,
        Optional<BigDecimal> grams,
        List<BundlePart> parts,
        Map<String, String> attributes)
        implements CatalogEvent {

    public VariantUpserted {
        aliases = Set.copyOf(aliases);
        parts = List.copyOf(parts);
        attributes = Map.copyOf(attributes);
    }

    /** A plain SKU of a category. */
    public static VariantUpserted of(Source source, Sku sku, String name, String category, Instant occurredAt) {
        return new VariantUpserted(
                EventHeader.of(source, EntityKind.VARIANT, sku.value(), occurredAt),
                sku,
                Set.of(),
                Optional.empty(),
                name,
                category.isBlank() ? Optional.empty() : Optional.of(category),
                Optional.empty(),
                TaxMode.UNKNOWN,
                true,
                Optional.empty(),
                List.of(),
                Map.of());
    }

    public VariantUpserted from(SupplierId seller) {
        return new VariantUpserted(
                header,
                sku,
                aliases,
                product,
                name,
                category,
                Optional.of(seller),
                taxMode,
                tracked,
                grams,
                parts,
                attributes);
    }
}
