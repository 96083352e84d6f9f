package dev.storetwin.core.monitor;

import dev.storetwin.monitor.Lateness;
import java.time.Duration;

/**
 * Counts how late news was, in 256 numbers.
 *
 * <p>How it works: spans in seconds fall into buckets that widen with the span, eight for every doubling, so that the middle of a bucket is
 * never off by more than an eighth.
 */
final class LatenessCount {

    private static final int STEPS = 3;
    private static final int EIGHT = 1 << STEPS;

    private final long[] buckets = new long[256];
    private long count;
    private long longest;

    void add(long seconds) {
        long late = Math.max(0, seconds);
        buckets[bucket(late)]++;
        count++;
        longest = Math.max(longest, late);
    }

    private static int bucket(long value) {
        if (value < EIGHT) {
            return (int) value;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - STEPS;
        return Math.min(255, ((shift + 1) << STEPS) + (int) ((value >>> shift) & (EIGHT - 1)));
    }

    /** The middle of a bucket, rounded down. */
    private static long value(int bucket) {
        if (bucket < EIGHT) {
            return bucket;
        }
        int shift = (bucket >>> STEPS) - 1;
        long low = (long) (EIGHT + (bucket & (EIGHT - 1))) << shift;
        return low + ((1L << shift) >> 1);
    }

    Lateness summary() {
        return new Lateness(quantile(.5), quantile(.95), quantile(.99), Duration.ofSeconds(longest));
    }

    private Duration quantile(double share) {
        long wanted = (long) Math.ceil(share * count);
        long seen = 0;
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            seen += buckets[bucket];
            if (seen >= wanted && seen > 0) {
                return Duration.ofSeconds(Math.min(longest, value(bucket)));
            }
        }
        return Duration.ZERO;
    }
}
