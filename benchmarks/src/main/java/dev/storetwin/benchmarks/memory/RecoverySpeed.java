package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.binary.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

/**
 * Seconds until a shop is there again from its journal alone, and whether it is the same to the bit.
 *
 * <p>Usage: {@code java ... RecoverySpeed [SKUS] [EVENTS] [DIRECTORY]}; 250,000 SKUs in 4 channels and 10,000,000 events of the fixed mix in
 * a directory for temporary files unless given. What the directory held is deleted.
 */
public final class RecoverySpeed {

    private static final int CHANNELS = 4;
    private static final int BATCH = 16_384;
    private static final int PART = 250_000;

    private RecoverySpeed() {}

    public static void main(String[] arguments) throws IOException {
        int skus = Machine.argument(arguments, 0, 250_000);
        int events = Machine.argument(arguments, 1, 10_000_000);
        Machine.print("%s", Machine.description());
        var directory = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("storetwin-recovery");
        try {
            double seconds = seconds(directory, skus, events);
            Machine.print("%,d events without snapshot: %.1f s", events, seconds);
        } finally {
            delete(directory);
        }
    }

    /** Fails where the state is another one afterwards. */
    static double seconds(Path directory, int skus, int events) {
        var before = written(directory, EventMix.of(4, MadeUpShop.of(skus, CHANNELS), Duration.ofMillis(100)), events);
        double working = Machine.cpuSeconds();
        long start = System.nanoTime();
        try (var shop =
                JournaledShop.open(directory, BATCH, Runtime.getRuntime().availableProcessors())) {
            double seconds = (System.nanoTime() - start) / 1e9;
            Machine.print("recovered with %.1f CPU s", Machine.cpuSeconds() - working);
            Machine.mustHold(shop.state().revision() == events, "every event is there again");
            Machine.mustHold(shop.root().equals(before), "the state is the same to the bit");
            return seconds;
        }
    }

    private static Fingerprint written(Path directory, EventMix mix, int events) {
        long start = System.nanoTime();
        try (var shop =
                JournaledShop.open(directory, BATCH, Runtime.getRuntime().availableProcessors())) {
            for (int from = 0; from < events; from += PART) {
                shop.take(mix.between(from, Math.min(events, from + PART)));
            }
            Machine.print("made and written in %.1f s", (System.nanoTime() - start) / 1e9);
            return shop.root();
        }
    }

    static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
