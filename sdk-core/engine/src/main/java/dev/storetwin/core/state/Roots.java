package dev.storetwin.core.state;

import dev.storetwin.core.event.EventCodec;
import dev.storetwin.event.Entity;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
        Totals totals)
        implements Reading {

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

    Roots with(EventCodec other) {
        return new Roots(revision, other, documents, skus, book, seen, totals);
    }

    @Override
    public Document document(Entity id) {
        var bytes = documents.get(id);
        return bytes == null ? Document.empty(codec) : Document.of(bytes, codec);
    }

    @Override
    public Optional<SkuBook> sku(Sku sku) {
        return Optional.ofNullable(skus.get(sku));
    }

    @Override
    public void forEachTraded(Consumer<Sku> consumer) {
        skus.forEach(it -> {
            if (it.isTraded()) {
                consumer.accept(it.sku());
            }
        });
    }

    @Override
    public <E extends LedgerEntry> Stream<E> read(Class<E> kind, Object about) {
        return book.read(kind, about);
    }

    @Override
    public boolean has(Class<? extends LedgerEntry> kind) {
        return book.count(kind) > 0;
    }

    @Override
    public int count(Class<? extends LedgerEntry> kind) {
        return book.count(kind);
    }

    @Override
    public List<Sku> catalog(Supplier<List<Sku>> list) {
        return totals.catalog().get(list);
    }

    @Override
    public long orders() {
        return totals.orders();
    }

    @Override
    public OptionalLong firstDay() {
        var days = totals.firstDays();
        return days.isEmpty() ? OptionalLong.empty() : OptionalLong.of(days.firstKey());
    }

    @Override
    public OptionalLong lastDay() {
        var days = totals.lastDays();
        return days.isEmpty() ? OptionalLong.empty() : OptionalLong.of(days.lastKey());
    }

    @Override
    public Collection<Channel> soldIn() {
        return totals.channels().keySet();
    }

    @Override
    public Collection<NodeId> holding() {
        return totals.nodes().keySet();
    }

    @Override
    public Stream<CarrierId> carriers() {
        return book.read(LedgerEntry.Carrying.class, Book.SHOP).map(LedgerEntry.Carrying::carrier);
    }

    Roots with(Documents same) {
        return new Roots(revision, codec, same, skus, book, seen, totals);
    }

    /** The next roots in the making. What is of different slices may be edited by different threads at once. */
    record Editor(
            Roots before,
            Documents.Editor documents,
            Table.Editor<Sku, SkuBook> skus,
            Book.Editor book,
            SeenKeys.Editor seen) {

        static Editor of(Roots before) {
            return new Editor(
                    before,
                    before.documents.edit(),
                    before.skus.edit(),
                    new Book.Editor(before.book),
                    before.seen.edit());
        }

        /** @param positions events that were kept or counted since */
        Roots done(int positions, Totals.Changes changes) {
            return new Roots(
                    before.revision + positions,
                    before.codec,
                    documents.done(),
                    skus.done(),
                    book.done(),
                    seen.done(),
                    changes.addedTo(before.totals));
        }
    }
}
