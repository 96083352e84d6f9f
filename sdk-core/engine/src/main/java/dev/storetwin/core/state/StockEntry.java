package dev.storetwin.core.state;

import dev.storetwin.event.CountBasis;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.type.Quantity;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a stock account.
 *
 * @param nanos       when it happened, since 1970
 * @param bucket      of which condition
 * @param measure     whether it moves or counts, and what it counts
 * @param thousandths counted or moved
 * @param version     of the fact, to order counts of one moment
 */
record StockEntry(long nanos, Bucket bucket, Measure measure, long thousandths, long version) implements StockLine {

    /** What a quantity says, in the order in which entries of one moment are taken: a movement of that moment is part of what was counted. */
    enum Measure {
        MOVED,
        COUNTED_AVAILABLE,
        COUNTED_ON_HAND;

        static Measure of(CountBasis basis) {
            return switch (basis) {
                case AVAILABLE -> COUNTED_AVAILABLE;
                case ON_HAND -> COUNTED_ON_HAND;
            };
        }
    }

    static StockEntry movement(Instant at, Bucket bucket, Quantity delta, SourceVersion version) {
        return new StockEntry(EpochNanos.nanos(at), bucket, Measure.MOVED, delta.thousandths(), version.value());
    }

    static StockEntry count(Instant at, Bucket bucket, CountBasis basis, Quantity quantity, SourceVersion version) {
        return new StockEntry(EpochNanos.nanos(at), bucket, Measure.of(basis), quantity.thousandths(), version.value());
    }

    Instant at() {
        return EpochNanos.instant(nanos);
    }

    Quantity quantity() {
        return new Quantity(thousandths);
    }

    boolean isCount() {
        return measure != Measure.MOVED;
    }

    boolean countsAvailable() {
        return measure == Measure.COUNTED_AVAILABLE;
    }

    Optional<CountBasis> basis() {
        return switch (measure) {
            case MOVED -> Optional.empty();
            case COUNTED_AVAILABLE -> Optional.of(CountBasis.AVAILABLE);
            case COUNTED_ON_HAND -> Optional.of(CountBasis.ON_HAND);
        };
    }

    /** Whether units are promised by it, and its version is that of its moment. */
    boolean reserves() {
        return moves(Bucket.RESERVED) && thousandths > 0;
    }

    /** Whether it moves units of a bucket, and its version is that of its moment. */
    boolean moves(Bucket of) {
        return measure == Measure.MOVED && bucket == of && version == EpochNanos.version(nanos);
    }

    @Override
    public int compareTo(StockLine other) {
        int byTime = Long.compare(nanos, other.nanos());
        if (byTime != 0) {
            return byTime;
        }
        return other instanceof StockEntry entry ? compareAtOnce(entry) : -1;
    }

    private int compareAtOnce(StockEntry other) {
        if (isCount() != other.isCount()) {
            return isCount() ? 1 : -1;
        }
        int byVersion = Long.compare(version, other.version);
        return byVersion != 0 ? byVersion : compareContent(other);
    }

    private int compareContent(StockEntry other) {
        int byBucket = bucket.compareTo(other.bucket);
        if (byBucket != 0) {
            return byBucket;
        }
        int byQuantity = Long.compare(thousandths, other.thousandths);
        return byQuantity != 0 ? byQuantity : measure.compareTo(other.measure);
    }
}
