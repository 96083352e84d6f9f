package dev.storetwin.shopify;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.math.BigDecimal;
import java.util.Optional;

/** What things are called: lines, SKUs and nodes, also where Shopify leaves out the name. */
final class LineNames {

    private static final Sku CUSTOM = Sku.of("shopify:custom");

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private LineNames() {}

    static Shape declare(Shape line, String into) {
        return line.reads("sku", into)
                .reads("variant_id", into + ", where `sku` is blank")
                .reads("product_id", into + ", where there is no variant either");
    }

    /** By its SKU, else by variant, else by product. What has none of them was typed in by hand. */
    static Sku sku(Json line) {
        return find(line).orElse(CUSTOM);
    }

    static Optional<Sku> find(Json line) {
        return line.as("sku", Sku::of)
                .or(() -> line.id("variant_id").map(LineNames::ofVariant))
                .or(() -> line.id("product_id").map(id -> Sku.of("shopify:product:" + id)));
    }

    static Sku ofVariant(String id) {
        return Sku.of("shopify:variant:" + id);
    }

    static Sku ofInventoryItem(String id) {
        return Sku.of("shopify:inventory_item:" + id);
    }

    /** Where a body names a line and nothing else of it. */
    static Sku ofLine(String id) {
        return Sku.of("shopify:line_item:" + id);
    }

    /** A line's id, else its place in the list. */
    static String lineId(Optional<String> id, int index) {
        return id.orElse("#" + index);
    }

    static NodeId node(Optional<String> locationId, ShopifyOptions options) {
        return locationId
                .map(id -> Optional.ofNullable(options.nodes().get(id)).orElseGet(() -> NodeId.of(id)))
                .orElse(options.node());
    }

    /** How much of a line there is. Never negative. */
    static Quantity quantity(Json line, String field) {
        return optionalQuantity(line, field)
                .filter(quantity -> !quantity.isNegative())
                .orElseThrow(() -> line.malformed(field, "Expected how much there is, zero or more."));
    }

    static Optional<Quantity> optionalQuantity(Json line, String field) {
        return line.number(field).map(number -> {
            if (number.abs().compareTo(MOST) > 0 || number.stripTrailingZeros().scale() > 3) {
                throw line.malformed(
                        field,
                        "Expected a quantity below a thousand million, with at most three digits after the point.");
            }
            return Quantity.of(number);
        });
    }
}
