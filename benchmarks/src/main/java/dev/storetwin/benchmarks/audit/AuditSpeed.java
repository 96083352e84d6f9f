package dev.storetwin.benchmarks.audit;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.Checkpoint;
import dev.storetwin.core.audit.AuditVerifier;
import dev.storetwin.core.audit.JsonLinesAuditTrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Appends entries and flushes them, one by one and in groups, and checks the trail that came of it.
 *
 * <p>Arguments: {@code append COUNT} for a table, or {@code check COUNT} for the time that a trail of so many entries takes to be checked.
 */
public final class AuditSpeed {

    private static final List<AuditEntry> ENTRIES = MadeUpEntries.entries(0, 6_000);
    private static final int PER_FLUSH = 10_000;

    private AuditSpeed() {}

    /** Prints a table, or the seconds of a check. */
    public static void main(String[] args) throws IOException {
        long count = Long.parseLong(args[1]);
        if (args[0].equals("append")) {
            System.out.println("threads  entries at a time  appends/s");
            for (var way : new int[][] {{2, 50}, {1, 1}, {2, 1}, {8, 1}, {2, 50}, {2, 200}}) {
                System.out.printf(Locale.ROOT, "%7d %18d %,10.0f%n", way[0], way[1], appends(count, way[0], way[1]));
            }
        } else {
            verify(count);
        }
    }

    /** Entries per second, the last flush included. A thread flushes after every ten thousand of its own. */
    static double appends(long count, int threads, int group) throws IOException {
        var file = Files.createTempFile("storetwin-audit", ".jsonl");
        Files.delete(file);
        try (var trail = JsonLinesAuditTrail.open(file)) {
            long start = System.nanoTime();
            append(trail, count, threads, group);
            return count / ((System.nanoTime() - start) / 1e9);
        } finally {
            Files.delete(file);
        }
    }

    private static void append(JsonLinesAuditTrail trail, long count, int threads, int group) {
        var next = new AtomicLong();
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var ends = IntStream.range(0, threads)
                    .mapToObj(it -> CompletableFuture.runAsync(() -> append(trail, next, count, group), pool))
                    .toList();
            ends.forEach(CompletableFuture::join);
        } finally {
            pool.shutdown();
        }
        trail.flush();
    }

    private static void append(JsonLinesAuditTrail trail, AtomicLong next, long count, int group) {
        int unflushed = 0;
        for (long from = next.getAndAdd(group); from < count; from = next.getAndAdd(group)) {
            int size = (int) Math.min(group, count - from);
            if (size == 1) {
                trail.append(ENTRIES.get((int) (from % ENTRIES.size())));
            } else {
                int at = (int) (from % ENTRIES.size());
                trail.appendAll(ENTRIES.subList(at, at + size));
            }
            unflushed += size;
            if (unflushed >= PER_FLUSH) {
                trail.flush();
                unflushed = 0;
            }
        }
    }

    private static void verify(long count) throws IOException {
        var file = Files.createTempFile("storetwin-audit", ".jsonl");
        Files.delete(file);
        try {
            var checkpoint = written(file, count);
            System.out.printf(Locale.ROOT, "%,d entries, %,d bytes%n", count, Files.size(file));
            long start = System.nanoTime();
            var verification = AuditVerifier.verify(file, Optional.of(checkpoint));
            System.out.printf(Locale.ROOT, "verified in %.1f s%n", (System.nanoTime() - start) / 1e9);
            if (!verification.isSound()) {
                throw new IllegalStateException(verification.message());
            }
        } finally {
            Files.delete(file);
        }
    }

    private static Checkpoint written(Path file, long count) {
        try (var trail = JsonLinesAuditTrail.open(file)) {
            append(trail, count, 2, 50);
            return trail.checkpoint();
        }
    }
}
