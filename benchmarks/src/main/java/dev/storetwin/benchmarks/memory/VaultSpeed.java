package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.crypto.FileKeyStore;
import dev.storetwin.core.crypto.FileMasterKey;
import dev.storetwin.core.crypto.Vault;
import dev.storetwin.core.crypto.VaultProvider;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What the vault costs: sealing for owners whose keys are at hand, making keys, opening a store of many keys, erasing in it, and wrapping
 * all of them anew.
 *
 * <p>Usage: {@code java ... VaultSpeed [OWNERS]}; 1,000,000 owners unless given, values of 100 bytes.
 */
public final class VaultSpeed {

    private static final String VALUE = "x".repeat(100);
    private static final int AT_HAND = 1_000;
    private static final int SEALS = 1_000_000;

    private VaultSpeed() {}

    public static void main(String[] arguments) throws IOException {
        int owners = Machine.argument(arguments, 0, 1_000_000);
        var directory = Files.createTempDirectory("vault");
        Machine.print("%s", Machine.description());
        try {
            fill(directory, owners);
            reopen(directory, owners);
        } finally {
            delete(directory);
        }
    }

    private static void fill(Path directory, int owners) {
        try (var vault = open(directory)) {
            double made = seconds(() -> {
                each(owners, i -> vault.seal("order/" + i, context(i), VALUE));
                vault.force();
            });
            Machine.print("%,d owners with a first value: %,.0f a second", owners, owners / made);
            for (int run = 0; run < 3; run++) {
                seal(vault, 1);
                seal(vault, AT_HAND);
            }
        }
    }

    private static void seal(Vault vault, int owners) {
        double sealed = seconds(() -> each(SEALS, i -> vault.seal("order/" + i % owners, context(i), VALUE)));
        Machine.print("values of 100 bytes for %,d owners in turn: %,.0f a second", owners, SEALS / sealed);
    }

    private static void reopen(Path directory, int owners) throws IOException {
        long before = Machine.usedHeap();
        long start = System.nanoTime();
        try (var vault = open(directory)) {
            double opened = (System.nanoTime() - start) / 1e9;
            double heap = (Machine.usedHeap() - before) / Machine.MEGABYTE;
            Machine.print("opened in %.2f s, %.1f MB of heap, %.1f MB on disk", opened, heap, size(directory));
            each(
                    5,
                    i -> Machine.print(
                            "one owner erased in %.1f ms",
                            seconds(() -> vault.erase(List.of("order/" + i * 7))) * 1_000));
            Machine.print("1,000 owners erased in %.1f ms", seconds(() -> vault.erase(some(owners))) * 1_000);
            Machine.print("all keys wrapped anew in %.1f s", seconds(vault::rotateMasterKey));
            Machine.mustHold(
                    vault.owners() == owners - 1_005 && vault.isErased("order/0"), "who was erased stays erased");
        }
    }

    private static List<String> some(int owners) {
        return IntStream.range(owners - 1_000, owners)
                .mapToObj(i -> "order/" + i)
                .toList();
    }

    private static Vault open(Path directory) {
        return VaultProvider.find().orElseThrow().open(FileKeyStore.open(directory), FileMasterKey.in(directory));
    }

    private static byte[] context(int fact) {
        return ByteBuffer.allocate(40).putInt(fact).array();
    }

    private static void each(int count, IntConsumer step) {
        for (int i = 0; i < count; i++) {
            step.accept(i);
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double size(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.mapToLong(it -> it.toFile().length()).sum() / Machine.MEGABYTE;
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
