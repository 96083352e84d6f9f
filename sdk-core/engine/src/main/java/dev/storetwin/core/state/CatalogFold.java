package dev.storetwin.core.state;

import dev.storetwin.event.ChannelDefined;
import dev.storetwin.event.Entity;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.PromotionEnded;
import dev.storetwin.event.PromotionScheduled;
import java.util.ArrayList;
import java.util.List;

/** What the catalog's documents add to other keys. */
final class CatalogFold {

    private CatalogFold() {}

    static List<LedgerEntry> prices(Document document) {
        return document.newest(PriceChanged.class)
                .<List<LedgerEntry>>map(
                        it -> List.of(new LedgerEntry.Priced(it.sku(), it.channel(), PriceEntry.of(it))))
                .orElse(List.of());
    }

    static List<LedgerEntry> entries(Entity id, Document document) {
        var entries = new ArrayList<LedgerEntry>();
        ShopCatalog.standing(document).ifPresent(variant -> {
            entries.add(new LedgerEntry.Known(id));
            variant.aliases().stream()
                    .sorted()
                    .forEach(alias -> entries.add(new LedgerEntry.Alias(alias, variant.sku())));
        });
        document.newest(ChannelDefined.class).ifPresent(it -> entries.add(new LedgerEntry.Known(id)));
        if (document.newest(PromotionEnded.class).isEmpty()) {
            document.newest(PromotionScheduled.class).ifPresent(it -> entries.add(new LedgerEntry.Campaign(it)));
        }
        return entries;
    }
}
