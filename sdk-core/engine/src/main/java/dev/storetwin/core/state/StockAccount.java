package dev.storetwin.core.state;

import dev.storetwin.event.CountBasis;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that is known of one SKU at one node: counts and movements in order of time. It never changes.
 *
 * <p>How it works: the level of a moment is the last count before it plus what moved after that count. A count of what is available tells
 * nothing of what was reserved then, so the reservations of its moment are added.
 */
final class StockAccount {

    static final StockAccount EMPTY = new StockAccount(List.of());

    /** Where reservations are kept that no node has taken yet. */
    static final NodeId UNASSIGNED = NodeId.of("(unassigned)");

    private final List<StockEntry> entries;

    StockAccount(List<StockEntry> sorted) {
        this.entries = sorted;
    }

    List<StockEntry> entries() {
        return entries;
    }

    /** The account as it would be if nothing had happened after a moment. */
    StockAccount upTo(Instant moment) {
        int known = entries.size();
        while (known > 0 && entries.get(known - 1).at().isAfter(moment)) {
            known--;
        }
        return known == entries.size() ? this : new StockAccount(entries.subList(0, known));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** From when on the sellable level means something: the first count, or the first arrival when nothing was ever counted. */
    Optional<Instant> knownFrom() {
        return first(StockEntry::isCount)
                .or(() -> first(
                        it -> it.bucket() != Bucket.RESERVED && it.quantity().isPositive()));
    }

    private Optional<Instant> first(Predicate<StockEntry> test) {
        return entries.stream().filter(test).map(StockEntry::at).findFirst();
    }

    /** The moment of the last count of what is available. */
    Optional<Instant> lastAvailableCount() {
        return entries.stream()
                .filter(it -> it.basis().filter(CountBasis.AVAILABLE::equals).isPresent())
                .map(StockEntry::at)
                .reduce((first, second) -> second);
    }

    /** At the end of all that is known. */
    Quantity level(Bucket bucket) {
        return level(bucket, Instant.MAX);
    }

    /** After everything that happened up to and at a moment. */
    Quantity level(Bucket bucket, Instant moment) {
        var level = new Level();
        for (var entry : entries) {
            if (entry.at().isAfter(moment)) {
                break;
            }
            level.take(entry);
        }
        return level.of(bucket);
    }

    /** A level that is carried from entry to entry. */
    static final class Level {

        private final Map<Bucket, Long> thousandths = new EnumMap<>(Bucket.class);

        void take(StockEntry entry) {
            long quantity = entry.quantity().thousandths();
            if (!entry.isCount()) {
                quantity = Math.addExact(quantity, thousandthsOf(entry.bucket()));
            } else if (entry.basis().filter(CountBasis.AVAILABLE::equals).isPresent()) {
                quantity = Math.addExact(quantity, thousandthsOf(Bucket.RESERVED));
            }
            thousandths.put(entry.bucket(), quantity);
        }

        private long thousandthsOf(Bucket bucket) {
            return thousandths.getOrDefault(bucket, 0L);
        }

        Quantity of(Bucket bucket) {
            return new Quantity(thousandthsOf(bucket));
        }

        /** Sellable and not promised. */
        long available() {
            return thousandthsOf(Bucket.SELLABLE) - thousandthsOf(Bucket.RESERVED);
        }
    }
}
