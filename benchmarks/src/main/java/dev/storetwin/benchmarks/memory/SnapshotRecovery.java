package dev.storetwin.benchmarks.memory;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.journal.DurabilityOptions;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.TwinEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Seconds until a twin is there again from a snapshot and the events after it, and whether its state is the same to the bit.
 *
 * <p>Usage: {@code java ... SnapshotRecovery [SKUS] [TAIL] [DIRECTORY]}; 250,000 SKUs in 4 channels, all of them described, counted and
 * priced in the snapshot together with as many events of the fixed mix as come after it: 1,000,000 unless given.
 */
public final class SnapshotRecovery {

    private static final int CHANNELS = 4;

    private final EventMix mix;
    private final int tail;
    private final Path directory;

    private SnapshotRecovery(Path directory, int skus, int tail) {
        this.mix = EventMix.of(6, MadeUpShop.of(skus, CHANNELS), Duration.ofMillis(100));
        this.tail = tail;
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException {
        int skus = Machine.argument(arguments, 0, 250_000);
        int tail = Machine.argument(arguments, 1, 1_000_000);
        Machine.print("%s", Machine.description());
        var directory = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("storetwin-snapshot");
        try {
            Machine.print("a snapshot and %,d events after it: %.1f s", tail, seconds(directory, skus, tail));
        } finally {
            RecoverySpeed.delete(directory);
        }
    }

    /** Fails where there is no snapshot just before the tail, or the state is another one afterwards. */
    static double seconds(Path directory, int skus, int tail) throws IOException {
        return new SnapshotRecovery(directory, skus, tail).seconds();
    }

    private double seconds() throws IOException {
        var history = Stream.concat(stream(mix.opening()), stream(mix.stream(0, tail)));
        long before = load(1, history).revision();
        Machine.mustHold(newestSnapshot() == before, "the snapshot holds everything before the tail");
        var written = load(Long.MAX_VALUE, stream(mix.stream(tail, 2L * tail)));
        Machine.mustHold(newestSnapshot() == before, "there is no snapshot of the tail");
        return recovered(written);
    }

    private record Written(long revision, Fingerprint root) {}

    private Written load(long snapshotEvery, Stream<TwinEvent> events) {
        return with(snapshotEvery, twin -> {
            var report = twin.load(events);
            Machine.mustHold(report.accepted() > 0, "events are taken");
            return new Written(twin.state().revision(), root(twin));
        });
    }

    private double recovered(Written written) {
        double working = Machine.cpuSeconds();
        long start = System.nanoTime();
        return with(Long.MAX_VALUE, twin -> {
            double seconds = (System.nanoTime() - start) / 1e9;
            Machine.print("recovered with %.1f CPU s", Machine.cpuSeconds() - working);
            var found = new Written(twin.state().revision(), root(twin));
            Machine.mustHold(found.equals(written), "the state is the same to the bit");
            return seconds;
        });
    }

    /** Closing waits for a snapshot that is being written. */
    private <T> T with(long snapshotEvery, Function<Twin, T> work) {
        int threads = Runtime.getRuntime().availableProcessors();
        var executor = Executors.newFixedThreadPool(threads, it -> new Thread(it, "storetwin-fold"));
        try (var twin = StoreTwin.builder()
                .executor(executor, threads)
                .durability(DurabilityOptions.DEFAULT.withSnapshotEvery(snapshotEvery))
                .dataDirectory(directory)
                .build()) {
            return work.apply(twin);
        } finally {
            executor.shutdown();
        }
    }

    private long newestSnapshot() throws IOException {
        try (var files = Files.list(directory.resolve("snapshots"))) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".snapshot"))
                    .mapToLong(it -> Long.parseLong(it.substring(0, it.indexOf('.'))))
                    .max()
                    .orElse(0);
        }
    }

    private static Fingerprint root(Twin twin) {
        return ((ShopState) twin.state()).root();
    }

    private static Stream<TwinEvent> stream(Iterator<TwinEvent> events) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(events, 0), false);
    }
}
