package dev.storetwin.benchmarks.memory;

import java.util.Arrays;
import java.util.Locale;

/** Waiting times, all kept, so that the longest is told as truly as the middle. Not for several threads. */
final class Latencies {

    private final long[] nanos;
    private int count;

    Latencies(int most) {
        this.nanos = new long[most];
    }

    void add(long waited) {
        nanos[count++] = waited;
    }

    int count() {
        return count;
    }

    /** Milliseconds that the given share of all waits did not exceed. */
    double millis(double share) {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.3f ms  p99 %.3f ms  p99.9 %.3f ms  max %.3f ms  of %,d",
                millis(.5),
                millis(.99),
                millis(.999),
                millis(1),
                count);
    }
}
