package dev.storetwin.core.state;

import dev.storetwin.core.event.EventCodec;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Sku;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one state is made of, in persistent tables: a new state shares what a change did not touch.
 *
 * @param revision  events that were kept or counted
 * @param codec     of the bytes of documents
 * @param documents by their own key, in bytes, in the heap or on disk
 * @param skus      what is known per SKU, under the names that platforms use
 * @param book      everything else that documents add to other keys
 * @param seen      the last shopper events, of which no document is kept
 * @param totals    what is known over all SKUs and documents
 */
record Roots(
        long revision,
        EventCodec codec,
        Documents documents,
        Table<Sku, SkuBook> skus,
        Book book,
        SeenKeys seen,
        Totals totals) {

    static Roots empty(EventCodec codec, int recognised) {
        return new Roots(
                0,
                codec,
                Documents.EMPTY,
                Table.empty(SkuBook.BY_SKU),
                Book.EMPTY,
                SeenKeys.of(recognised),
                Totals.none());
    }

    Document document(EntityKind kind, String id) {
        return document(new Entity(kind, id));
    }

    Document document(Entity id) {
        var bytes = documents.get(id);
        return bytes == null ? Document.empty(codec) : Document.of(bytes, codec);
    }

    <T extends TwinEvent> Optional<T> newest(EntityKind kind, String id, Class<T> type) {
        return document(kind, id).newest(type);
    }

    Optional<SkuBook> sku(Sku sku) {
        return Optional.ofNullable(skus.get(sku));
    }

    Roots with(Documents same) {
        return new Roots(revision, codec, same, skus, book, seen, totals);
    }

    /** Ids of everything of one kind that was described, in order. */
    List<String> known(EntityKind kind) {
        return book.read(LedgerEntry.Known.class, kind)
                .map(it -> it.entity().id())
                .sorted()
                .toList();
    }
}
