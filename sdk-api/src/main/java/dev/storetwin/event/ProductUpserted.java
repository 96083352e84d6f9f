package dev.storetwin.event;

import dev.storetwin.type.ProductId;
import dev.storetwin.type.SupplierId;
import java.util.Map;
import java.util.Optional;

/**
 * A product exists so, from now on.
 *
 * @param title      as shoppers see it
 * @param category   the merchant's main category
 * @param brand      who makes it
 * @param supplier   who sells it to us
 * @param active     whether it is on sale at all
 * @param attributes anything else worth learning from, by name
 */
public record ProductUpserted(
        EventHeader header,
        ProductId product,
        String title,
        Optional<String> category,
        Optional<String> brand,
        Optional<SupplierId> supplier,
        boolean active,
        Map<String, String> attributes)
        implements CatalogEvent {

    public ProductUpserted {
        attributes = Map.copyOf(attributes);
    }
}
