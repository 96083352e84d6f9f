package dev.storetwin.core.inventory.policy;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Processor time by what it was spent on, from any thread. */
final class Spent {

    private static final double NANOS = 1e9;

    private final LongSupplier clock;
    private final Map<String, Long> nanos = new TreeMap<>();

    /** @param clock what the calling thread has computed, in nanoseconds */
    Spent(LongSupplier clock) {
        this.clock = clock;
    }

    <T> T on(String what, Supplier<T> work) {
        long start = clock.getAsLong();
        var answer = work.get();
        add(what, clock.getAsLong() - start);
        return answer;
    }

    /** An executor whose other threads are counted, too; work in the calling thread is counted by {@link #on}. */
    Executor on(String what, Executor executor) {
        var caller = Thread.currentThread();
        return work -> executor.execute(() -> {
            long start = clock.getAsLong();
            work.run();
            if (!Thread.currentThread().equals(caller)) {
                add(what, clock.getAsLong() - start);
            }
        });
    }

    private synchronized void add(String what, long more) {
        nanos.merge(what, more, Long::sum);
    }

    /** Zero for what nothing was spent on. */
    synchronized double seconds(String what) {
        return nanos.getOrDefault(what, 0L) / NANOS;
    }
}
