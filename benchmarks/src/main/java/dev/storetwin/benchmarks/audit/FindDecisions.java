package dev.storetwin.benchmarks.audit;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Checkpoint;
import dev.storetwin.core.audit.DecisionLog;
import dev.storetwin.core.audit.JsonLinesAuditTrail;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long it takes to find a decision and its outcomes in a trail, by its index and by reading all lines:
 *
 * <pre>java ... FindDecisions ENTRIES</pre>
 */
public final class FindDecisions {

    private static final int PER_APPEND = 3_000;
    private static final int ASKED = 200;

    private FindDecisions() {}

    public static void main(String[] args) throws IOException {
        long entries = Long.parseLong(args[0]);
        var file = Files.createTempFile("storetwin-audit", ".jsonl");
        Files.delete(file);
        try (var trail = JsonLinesAuditTrail.open(file)) {
            for (long from = 0; from < entries; from += PER_APPEND) {
                trail.appendAll(MadeUpEntries.entries(from, (int) Math.min(PER_APPEND, entries - from)));
            }
            System.out.printf(Locale.ROOT, "%,d entries, %,d bytes%n", entries, Files.size(file));
            report("by reading all lines", new DecisionLog(new LinesAlone(trail)), entries, 3);
            report("by the index", new DecisionLog(trail), entries, ASKED);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void report(String how, DecisionLog log, long entries, int times) {
        double first = milliseconds(log, entries, 0, 1);
        System.out.printf(
                Locale.ROOT,
                "%-22s first %,.0f ms, later %,.2f ms%n",
                how,
                first,
                milliseconds(log, entries, 1, times) / times);
    }

    private static double milliseconds(DecisionLog log, long entries, int from, int times) {
        long start = System.nanoTime();
        for (int i = from; i < from + times; i++) {
            var id = MadeUpEntries.id(entries / 3 * (i * 37L % 100) / 100);
            if (log.find(id).isEmpty() || log.outcomes(id).size() != 2) {
                throw new IllegalStateException("%s is not found.".formatted(id));
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** A trail of the host's own, which cannot be asked. */
    private record LinesAlone(AuditTrail of) implements AuditTrail {

        @Override
        public long append(AuditEntry entry) {
            return of.append(entry);
        }

        @Override
        public Checkpoint checkpoint() {
            return of.checkpoint();
        }

        @Override
        public Stream<String> lines() {
            return of.lines();
        }
    }
}
