package dev.storetwin.benchmarks.memory;

import java.util.Arrays;
import java.util.Locale;

/** Waiting times by number, all kept, so that the longest is told as truly as the middle. Each number may be written by another thread. */
final class Latencies {

    private final long[] nanos;

    Latencies(int count) {
        this.nanos = new long[count];
    }

    void set(int number, long waited) {
        nanos[number] = waited;
    }

    long get(int number) {
        return nanos[number];
    }

    /** Milliseconds that the given share of all waits did not exceed. */
    double millis(double share) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
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
                nanos.length);
    }
}
