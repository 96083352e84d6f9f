package dev.storetwin.core.state;

import dev.storetwin.type.Capability;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Ledger entries that are about no SKU, by the keys that they are read under. Adding and taking back commute, so that order cannot matter.
 *
 * @param pages one per key
 * @param kinds how many pages there are of each kind
 */
record Book(Table<Book.Key, Page> pages, PMap<Class<? extends LedgerEntry>, Integer> kinds) {

    static final Book EMPTY = new Book(Table.empty(new ByKey()), HashTreePMap.empty());

    /** What entries are about that are about the whole shop. */
    static final Object SHOP = Book.class.getSimpleName();

    /** One kind of entry about one thing. */
    record Key(Class<? extends LedgerEntry> kind, Object about) {

        /** Under which past entries are found that would be found under a key. */
        Key past() {
            return new Key(LedgerEntry.Past.class, this);
        }

        /** The key itself, or that of which it has the past. */
        Key present() {
            return about instanceof Key key ? key : this;
        }
    }

    private static final class ByKey implements Table.Keying<Key, Page> {

        @Override
        public Key key(Page page) {
            return page.key();
        }

        @Override
        public int hash(Key key) {
            return 31 * key.kind().getSimpleName().hashCode() + hashAbout(key.about());
        }

        private int hashAbout(Object about) {
            if (about instanceof Key key) {
                return hash(key);
            }
            return about instanceof Enum<?> constant ? constant.name().hashCode() : about.hashCode();
        }
    }

    /** The entries of one kind about one thing, in no order. */
    <E extends LedgerEntry> Stream<E> read(Class<E> kind, Object about) {
        var page = kinds.containsKey(kind) ? pages.get(new Key(kind, about)) : null;
        return page == null ? Stream.empty() : page.entries().map(kind::cast);
    }

    /** Stays the same object while no entry of one kind about one thing comes or goes. */
    Object page(Class<? extends LedgerEntry> kind, Object about) {
        var page = kinds.containsKey(kind) ? pages.get(new Key(kind, about)) : null;
        return page == null ? EMPTY : page;
    }

    /** How many things entries of one kind are about. */
    int count(Class<? extends LedgerEntry> kind) {
        return kinds.getOrDefault(kind, 0);
    }

    /** How often each entry is found under a key that was so at a moment, in no order; some may have been taken away to none or less. */
    Map<LedgerEntry, Integer> readAsOf(Key key, long nanos) {
        var counts = new HashMap<LedgerEntry, Integer>();
        forEach(key, (entry, times) -> {
            if (entry.dated() <= nanos) {
                counts.merge(entry.timeless(), times, Integer::sum);
            }
        });
        forEach(key.past(), (entry, times) -> {
            if (entry instanceof LedgerEntry.Past past && past.covers(nanos)) {
                counts.merge(past.entry(), times * past.times(), Integer::sum);
            }
        });
        return counts;
    }

    private void forEach(Key key, ObjIntConsumer<LedgerEntry> consumer) {
        var page = kinds.containsKey(key.kind()) ? pages.get(key) : null;
        if (page != null) {
            page.forEach(consumer);
        }
    }

    /** Keys of one kind under which anything is or was found, in no order. */
    Set<Key> keysOf(Class<? extends LedgerEntry> kind) {
        var keys = new HashSet<Key>();
        pages.forEach(page -> {
            var key = page.key().present();
            if (key.kind() == kind) {
                keys.add(key);
            }
        });
        return keys;
    }

    static List<Key> keys(LedgerEntry entry) {
        if (entry instanceof LedgerEntry.Past past) {
            return keys(past.entry()).stream().map(Key::past).toList();
        }
        if (entry instanceof LedgerEntry.Applied applied) {
            return List.of(
                    new Key(entry.getClass(), applied.capability()),
                    new Key(entry.getClass(), new AppliedTo(applied.capability(), applied.target())));
        }
        if (entry instanceof LedgerEntry.Regretted regretted) {
            return keys(regretted);
        }
        return entry instanceof LedgerEntry.Due due
                ? DueOn.keys(due).stream()
                        .map(it -> new Key(entry.getClass(), it))
                        .toList()
                : List.of(new Key(entry.getClass(), subject(entry)));
    }

    private static List<Key> keys(LedgerEntry.Regretted regretted) {
        var keys = new ArrayList<Key>();
        keys.add(new Key(regretted.getClass(), RegretOn.of(regretted.capability(), regretted.at())));
        regretted
                .target()
                .sku()
                .ifPresent(it -> keys.add(new Key(regretted.getClass(), new RegretOf(regretted.capability(), it))));
        return keys;
    }

    private static Object subject(LedgerEntry entry) {
        if (entry instanceof LedgerEntry.Purchase purchase) {
            return purchase.subject();
        }
        if (entry instanceof LedgerEntry.CalledOff calledOff) {
            return calledOff.subject();
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
        if (entry instanceof LedgerEntry.Tried tried) {
            return tried.target();
        }
        return entry instanceof LedgerEntry.Known known ? known.entity().kind() : SHOP;
    }

    /** The key of what was applied to one target. */
    record AppliedTo(Capability capability, Target target) {

        @Override
        public int hashCode() {
            return 31 * capability.name().hashCode() + target.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof AppliedTo to && to.capability == capability && to.target.equals(target);
        }
    }

    /**
     * The key of what was given up to learn on one day.
     *
     * @param day of UTC since 1970, whatever the shop's zone is
     */
    record RegretOn(Capability capability, long day) {

        private static final long SECONDS_OF_DAY = 86_400;

        static RegretOn of(Capability capability, Instant moment) {
            return new RegretOn(capability, Math.floorDiv(moment.getEpochSecond(), SECONDS_OF_DAY));
        }

        @Override
        public int hashCode() {
            return 31 * capability.name().hashCode() + Long.hashCode(day);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RegretOn on && on.capability == capability && on.day == day;
        }
    }

    /** The key of what was given up to learn with one SKU. */
    record RegretOf(Capability capability, Sku sku) {

        @Override
        public int hashCode() {
            return 31 * capability.name().hashCode() + sku.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RegretOf of && of.capability == capability && of.sku.equals(sku);
        }
    }

    /** All pages, in no order. */
    void forEachIn(int slice, Consumer<Page> consumer) {
        pages.forEachIn(slice, consumer);
    }

    /** Collects changes of a book. Pages of different slices may be edited by different threads at once. */
    static final class Editor {

        private final Book before;
        private final Table.Editor<Key, Page> pages;

        /** How many pages of each kind came or went. */
        private final Map<Class<? extends LedgerEntry>, Integer> grown = new HashMap<>(0);

        Editor(Book before) {
            this.before = before;
            this.pages = before.pages.edit();
        }

        int sliceOf(Key key) {
            return before.pages.sliceOf(key);
        }

        /** Adds an entry to a page, or takes it back. */
        void change(Key key, LedgerEntry entry, int sign) {
            var page = pages.get(key);
            var changed = (page == null ? Page.empty(key) : page).with(entry, sign);
            if (changed.isEmpty()) {
                pages.remove(key);
            } else {
                pages.put(changed);
            }
            if (page == null || changed.isEmpty()) {
                grow(key.kind(), sign);
            }
        }

        private void grow(Class<? extends LedgerEntry> kind, int sign) {
            synchronized (grown) {
                grown.merge(kind, sign, Integer::sum);
            }
        }

        Book done() {
            var done = pages.done();
            return done == before.pages ? before : new Book(done, kinds());
        }

        private PMap<Class<? extends LedgerEntry>, Integer> kinds() {
            var sums = before.kinds;
            for (var entry : grown.entrySet()) {
                int sum = sums.getOrDefault(entry.getKey(), 0) + entry.getValue();
                sums = sum == 0 ? sums.minus(entry.getKey()) : sums.plus(entry.getKey(), sum);
            }
            return sums;
        }
    }
}
