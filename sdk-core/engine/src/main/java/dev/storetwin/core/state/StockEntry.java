package dev.storetwin.core.state;

import dev.storetwin.event.CountBasis;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.type.Quantity;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One line of a stock account.
 *
 * @param at       when it happened
 * @param bucket   of which condition
 * @param basis    for a count, what it counts; empty for a movement
 * @param quantity counted or moved
 * @param version  of the fact, to order counts of one moment
 */
record StockEntry(Instant at, Bucket bucket, Optional<CountBasis> basis, Quantity quantity, SourceVersion version)
        implements Comparable<StockEntry> {

    /** A movement of the very moment of a count is part of what was counted. */
    private static final Comparator<StockEntry> IN_TIME = Comparator.comparing(StockEntry::at)
            .thenComparing(StockEntry::isCount)
            .thenComparing(StockEntry::version)
            .thenComparing(StockEntry::bucket)
            .thenComparing(StockEntry::quantity)
            .thenComparing(it -> it.basis().map(CountBasis::name).orElse(""));

    static StockEntry movement(Instant at, Bucket bucket, Quantity delta, SourceVersion version) {
        return new StockEntry(at, bucket, Optional.empty(), delta, version);
    }

    boolean isCount() {
        return basis.isPresent();
    }

    @Override
    public int compareTo(StockEntry other) {
        return IN_TIME.compare(this, other);
    }
}
