package dev.storetwin.state;

import dev.storetwin.event.BundlePart;
import dev.storetwin.type.ProductId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SupplierId;
import dev.storetwin.type.TaxMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A SKU as the catalog describes it.
 *
 * @param category   of the SKU, else of its product
 * @param tracked    whether its stock is counted
 * @param parts      what a bundle is made of
 * @param attributes of the product and of the SKU
 */
public record Variant(
        Sku sku,
        Optional<ProductId> product,
        String name,
        Optional<String> category,
        Optional<SupplierId> supplier,
        TaxMode taxMode,
        boolean tracked,
        List<BundlePart> parts,
        Map<String, String> attributes) {

    public Variant {
        parts = List.copyOf(parts);
        attributes = Map.copyOf(attributes);
    }

    /** Whether there is stock of it: it is counted, and no bundle of other things. */
    public boolean isStocked() {
        return tracked && parts.isEmpty();
    }
}
