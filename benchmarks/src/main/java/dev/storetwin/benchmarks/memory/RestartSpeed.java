package dev.storetwin.benchmarks.memory;

import dev.storetwin.Twin;
import dev.storetwin.core.DurabilityOptions;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.Workers;
import dev.storetwin.event.TwinEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/**
 * Seconds until a whole twin is there again from its newest snapshot and the events after it, and whether its state is the same to the bit.
 *
 * <p>Usage: {@code java ... RestartSpeed [SKUS] [EVENTS] [TAIL] [DIRECTORY]}; 250,000 SKUs in 4 channels, 5,000,000 events of the fixed mix
 * before the snapshot and 1,000,000 after it, in a directory for temporary files unless given. What the directory held is deleted.
 */
public final class RestartSpeed {

    private static final int CHANNELS = 4;
    private static final int PART = 250_000;
    private static final long LONG = Long.MAX_VALUE / 2;

    private final Path directory;
    private final EventMix mix;
    private final ExecutorService executor;

    private RestartSpeed(Path directory, EventMix mix, ExecutorService executor) {
        this.directory = directory;
        this.mix = mix;
        this.executor = executor;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int skus = Machine.argument(arguments, 0, 250_000);
        int events = Machine.argument(arguments, 1, 5_000_000);
        int tail = Machine.argument(arguments, 2, 1_000_000);
        var directory = arguments.length > 3 ? Path.of(arguments[3]) : Files.createTempDirectory("storetwin-restart");
        Machine.print("%s", Machine.description());
        try {
            Machine.print(
                    "a snapshot of %,d events and %,d after it: %.1f s",
                    events, tail, seconds(directory, skus, events, tail));
        } finally {
            RecoverySpeed.delete(directory);
        }
    }

    private static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Fails where the state is another one afterwards. */
    static double seconds(Path directory, int skus, int events, int tail) throws IOException, InterruptedException {
        var executor = Executors.newFixedThreadPool(threads(), it -> new Thread(it, "storetwin-restart"));
        try {
            var mix = EventMix.of(6, MadeUpShop.of(skus, CHANNELS), Duration.ofMillis(100));
            return new RestartSpeed(directory, mix, executor).seconds(events, tail);
        } finally {
            executor.shutdown();
        }
    }

    /** @param snapshotEvery events */
    private Twin open(long snapshotEvery) {
        return StoreTwin.builder()
                .currency(MadeUpShop.CURRENCY)
                .executor(executor, threads())
                .dataDirectory(directory.resolve("twin"))
                .durability(DurabilityOptions.DEFAULT.withSnapshotEvery(snapshotEvery))
                .build();
    }

    private double seconds(int events, int tail) throws IOException, InterruptedException {
        write(events);
        Fingerprint before;
        try (var twin = open(LONG)) {
            load(twin, events, events + tail);
            before = root(twin);
        }
        double working = Machine.cpuSeconds();
        long start = System.nanoTime();
        try (var twin = open(LONG)) {
            double seconds = (System.nanoTime() - start) / 1e9;
            Machine.print("restarted with %.1f CPU s", Machine.cpuSeconds() - working);
            Machine.mustHold(root(twin).equals(before), "the state is the same to the bit");
            return seconds;
        }
    }

    /** All that comes before the snapshot, and the snapshot. */
    private void write(int events) throws IOException, InterruptedException {
        long opening = 6L * mix.shop().skus().size();
        try (var twin = open(opening + events)) {
            Iterable<TwinEvent> opened = mix::opening;
            twin.load(StreamSupport.stream(opened.spliterator(), false));
            load(twin, 0, events);
            Machine.mustHold(twin.state().revision() == opening + events, "every event was taken");
            while (!hasSnapshot()) {
                Thread.sleep(50);
            }
        }
        Machine.print("snapshot of %.0f MB", snapshotBytes() / Machine.MEGABYTE);
    }

    private void load(Twin twin, long from, long until) {
        for (long part = from; part < until; part += PART) {
            twin.load(LongStream.range(part, Math.min(until, part + PART)).mapToObj(mix::event));
        }
    }

    private boolean hasSnapshot() throws IOException {
        return snapshotBytes() > 0;
    }

    /** Of those that are finished. */
    private long snapshotBytes() throws IOException {
        try (var files = Files.list(directory.resolve("twin").resolve("snapshots"))) {
            return files.filter(it -> it.toString().endsWith(".snapshot"))
                    .mapToLong(it -> it.toFile().length())
                    .sum();
        }
    }

    private Fingerprint root(Twin twin) {
        return ((ShopState) twin.state()).root(Workers.of(executor, threads()));
    }
}
