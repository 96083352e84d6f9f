package dev.storetwin.core.state;

import dev.storetwin.type.Capability;
import dev.storetwin.type.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Ledger entries by the keys that they are read under. Adding and taking back commute, so that order cannot matter.
 */
final class Book {

    static final Book EMPTY = new Book(HashTreePMap.empty());

    /** One kind of entry about one thing. */
    record Key(Class<? extends LedgerEntry> kind, Object about) {}

    private final PMap<Key, PMap<LedgerEntry, Integer>> pages;

    private Book(PMap<Key, PMap<LedgerEntry, Integer>> pages) {
        this.pages = pages;
    }

    /** The entries of one kind about one thing, in no order. */
    <E extends LedgerEntry> Stream<E> read(Class<E> kind, Object about) {
        var page = pages.get(new Key(kind, about));
        return page == null ? Stream.empty() : page.keySet().stream().map(kind::cast);
    }

    /** Everything that entries of one kind are about, in no order. */
    <T> Stream<T> about(Class<? extends LedgerEntry> kind, Class<T> type) {
        return pages.keySet().stream()
                .filter(it -> it.kind() == kind)
                .map(Key::about)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static List<Key> keys(LedgerEntry entry) {
        return about(entry).stream().map(it -> new Key(entry.getClass(), it)).toList();
    }

    private static List<Object> about(LedgerEntry entry) {
        if (entry instanceof LedgerEntry.Applied applied) {
            return List.of(applied.capability(), new AppliedTo(applied.capability(), applied.target()));
        }
        return entry instanceof LedgerEntry.Due due ? DueOn.keys(due) : List.of(subject(entry));
    }

    private static Object subject(LedgerEntry entry) {
        if (entry instanceof LedgerEntry.Arrival arrival) {
            return arrival.sku();
        }
        if (entry instanceof LedgerEntry.Purchase purchase) {
            return purchase.subject();
        }
        if (entry instanceof LedgerEntry.Competing competing) {
            return new LedgerEntry.Competing.With(competing.sku(), competing.channel());
        }
        if (entry instanceof LedgerEntry.HandedOver handed) {
            return handed.shipment();
        }
        if (entry instanceof LedgerEntry.Link link) {
            return link.subject();
        }
        if (entry instanceof LedgerEntry.Consent consent) {
            return consent.subject();
        }
        if (entry instanceof LedgerEntry.Alias alias) {
            return alias.alias();
        }
        if (entry instanceof LedgerEntry.Priced priced) {
            return priced.sku();
        }
        if (entry instanceof LedgerEntry.Tried tried) {
            return tried.target();
        }
        return entry instanceof LedgerEntry.Known known ? known.entity().kind() : Book.class;
    }

    /** The key of what was applied to one target. */
    record AppliedTo(Capability capability, Target target) {}

    /** Collects changes of a book. */
    static final class Editor {

        private final Map<Key, Map<LedgerEntry, Integer>> changes = new HashMap<>();

        void add(LedgerEntry entry, int count) {
            keys(entry).forEach(key -> changes.computeIfAbsent(key, it -> new HashMap<>())
                    .merge(entry, count, Integer::sum));
        }

        Book done(Book before) {
            var pages = before.pages;
            for (var change : changes.entrySet()) {
                var page = changed(pages.get(change.getKey()), change.getValue());
                pages = page.isEmpty() ? pages.minus(change.getKey()) : pages.plus(change.getKey(), page);
            }
            return new Book(pages);
        }

        private static PMap<LedgerEntry, Integer> changed(
                @Nullable PMap<LedgerEntry, Integer> before, Map<LedgerEntry, Integer> change) {
            PMap<LedgerEntry, Integer> page = before == null ? HashTreePMap.empty() : before;
            for (var entry : change.entrySet()) {
                int count = page.getOrDefault(entry.getKey(), 0) + entry.getValue();
                page = count == 0 ? page.minus(entry.getKey()) : page.plus(entry.getKey(), count);
            }
            return page;
        }
    }
}
