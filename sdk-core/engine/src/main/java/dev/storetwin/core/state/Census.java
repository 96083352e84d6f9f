package dev.storetwin.core.state;

import dev.storetwin.event.Entity;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.ProductRemoved;
import dev.storetwin.event.PromotionEnded;
import dev.storetwin.event.PurchaseOrderCancelled;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantRemoved;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells of one document what a source has said of the thing itself, and whether it is there. */
final class Census {

    private Census() {}

    /** Empty when the source told nothing that stands, of the thing or of its end. */
    static Optional<KnownThing> of(Entity id, Document document, Source source) {
        var told = document.facts().stream()
                .filter(it -> it.header().key().source().equals(source))
                .toList();
        var facts = told.stream().filter(it -> !isRemoval(it)).toList();
        var newest = facts.stream().map(TwinEvent::header).max(Comparator.comparing(EventHeader::version));
        return newest.map(it -> new KnownThing(
                id,
                it.version(),
                facts.stream()
                        .map(fact -> fact.header().occurredAt())
                        .max(Comparator.<Instant>naturalOrder())
                        .orElseThrow(),
                removal(document.facts(), it).map(gone -> gone.header().key())));
    }

    /** Whoever says it; an order that was cancelled stays so whatever is heard of it later. */
    private static Optional<TwinEvent> removal(List<TwinEvent> facts, EventHeader newest) {
        Predicate<TwinEvent> stands =
                it -> !isBeatenByNews(it) || it.header().version().compareTo(newest.version()) >= 0;
        return facts.stream().filter(Census::isRemoval).filter(stands).reduce((first, second) -> second);
    }

    private static boolean isRemoval(TwinEvent fact) {
        return isBeatenByNews(fact)
                || fact instanceof PromotionEnded
                || fact instanceof PurchaseOrderCancelled
                || (fact instanceof OrderCancelled cancelled && cancelled.isWhole());
    }

    private static boolean isBeatenByNews(TwinEvent removal) {
        return removal instanceof VariantRemoved || removal instanceof ProductRemoved;
    }
}
