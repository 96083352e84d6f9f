package dev.storetwin.core.state;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.type.Sku;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which names of a SKU are one SKU. Platforms report sales and stock under ids of their own; the catalog says what they stand for, perhaps later.
 */
final class Names {

    private final Reading reading;

    Names(Reading reading) {
        this.reading = reading;
    }

    /** The shop name; the first in order when several SKUs claim the alias. */
    Sku resolve(Sku sku) {
        return reading.read(LedgerEntry.Alias.class, sku)
                .map(LedgerEntry.Alias::sku)
                .min(Comparator.naturalOrder())
                .orElse(sku);
    }

    /** The shop name and all aliases that stand for it. */
    List<Sku> all(Sku sku) {
        if (!reading.has(LedgerEntry.Alias.class)) {
            return List.of(sku);
        }
        var canonical = resolve(sku);
        var aliases = ShopCatalog.standing(reading.document(EntityKind.VARIANT, canonical.value()))
                .map(VariantUpserted::aliases)
                .orElse(Set.of());
        return Stream.concat(
                        Stream.of(canonical),
                        aliases.stream()
                                .filter(it -> resolve(it).equals(canonical))
                                .sorted())
                .distinct()
                .toList();
    }

    /** The books under all names of a SKU. */
    Stream<SkuBook> books(Sku sku) {
        return all(sku).stream().flatMap(it -> reading.sku(it).stream());
    }
}
