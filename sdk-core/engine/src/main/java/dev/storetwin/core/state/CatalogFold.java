package dev.storetwin.core.state;

import dev.storetwin.event.ChannelDefined;
import dev.storetwin.event.CompetitorPriceObserved;
import dev.storetwin.event.Entity;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.PromotionEnded;
import dev.storetwin.event.PromotionScheduled;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.CompetitorPrice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            entries.add(known(id, variant));
            long since = EpochNanos.nanos(variant.header().occurredAt());
            variant.aliases().stream()
                    .sorted()
                    .forEach(alias -> entries.add(new LedgerEntry.Alias(alias, variant.sku(), since)));
        });
        document.facts(CompetitorPriceObserved.class).forEach(it -> entries.add(competing(it)));
        document.newest(ChannelDefined.class).ifPresent(it -> entries.add(known(id, it)));
        running(document).ifPresent(it -> entries.add(new LedgerEntry.Campaign(it)));
        return entries;
    }

    /** Since what is the newest to tell of it. */
    static LedgerEntry known(Entity id, TwinEvent fact) {
        return new LedgerEntry.Known(id, EpochNanos.nanos(fact.header().occurredAt()));
    }

    /** The campaign of a document unless its end is as new: it may be taken up again later. */
    private static Optional<PromotionScheduled> running(Document document) {
        var ended = document.newest(PromotionEnded.class);
        return document.newest(PromotionScheduled.class).filter(it -> ended.map(
                        over -> over.header().version().compareTo(it.header().version()) < 0)
                .orElse(true));
    }

    private static LedgerEntry competing(CompetitorPriceObserved seen) {
        return new LedgerEntry.Competing(
                seen.sku(),
                seen.channel(),
                new CompetitorPrice(seen.competitor(), seen.header().occurredAt(), seen.price()));
    }
}
