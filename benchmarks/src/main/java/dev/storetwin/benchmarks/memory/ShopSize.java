package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.journal.DurabilityOptions;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.Workers;
import dev.storetwin.event.TwinEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterators;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;

/**
 * Bytes of heap that two years of a shop need, by what they are for, per pair of SKU and channel.
 *
 * <p>Usage: {@code java ... ShopSize [SKUS] [dense] [disk]}; 250,000 SKUs in 4 channels, busy on as many days as a stock code in a country of
 * the UCI Online Retail data unless {@code dense} is given, then as a stock code in all countries. With {@code disk} a whole twin with a data
 * directory takes the events; the documents that may stay in its heap are given 64 bytes per pair.
 *
 * <p>Layers are told by what is still used after everything unused was collected: so orders and shipments weigh what their documents weigh and
 * what they add to accounts. What the kinds of things in the last state weigh is told beside it, walked field by field.
 */
public final class ShopSize {

    private static final int CHANNELS = 4;
    private static final int BATCH = 4_096;
    private static final long FRESH = 64;

    /** Takes a layer, and answers with the state that has it. */
    private interface Way {

        ShopState take(Iterator<TwinEvent> events);
    }

    private final TwoYears years;
    private final Way way;
    private ShopState state = ShopState.empty(ZoneOffset.UTC, MadeUpShop.CURRENCY);
    private long used = Machine.usedHeap();
    private final long usedBefore = used;

    private ShopSize(TwoYears years, Way way) {
        this.years = years;
        this.way = way;
    }

    public static void main(String[] arguments) {
        int skus = Machine.argument(arguments, 0, 250_000);
        var words = List.of(arguments);
        Machine.print("%s", Machine.description());
        var deciles = words.contains("dense") ? SparseDays.STOCK_CODE : SparseDays.STOCK_CODE_IN_COUNTRY;
        var years = TwoYears.of(3, MadeUpShop.of(skus, CHANNELS), deciles);
        if (words.contains("disk")) {
            runOnDisk(years);
        } else {
            run(years);
        }
    }

    /** Prints all layers; answers with the bytes of demand per pair. */
    static double run(TwoYears years) {
        int threads = Runtime.getRuntime().availableProcessors();
        var executor = Executors.newFixedThreadPool(threads, it -> new Thread(it, "storetwin-fold"));
        try {
            return new ShopSize(years, new InMemory(Workers.of(executor, threads))).layers();
        } finally {
            executor.shutdown();
        }
    }

    /** The same for a twin with a data directory, which is removed; answers with the bytes of everything per pair. */
    static double runOnDisk(TwoYears years) {
        var directory = temporary();
        var threads = Runtime.getRuntime().availableProcessors();
        var executor = Executors.newFixedThreadPool(threads, it -> new Thread(it, "storetwin-fold"));
        try (var twin = StoreTwin.builder()
                .currency(MadeUpShop.CURRENCY)
                .executor(executor, threads)
                .dataDirectory(directory)
                .durability(DurabilityOptions.DEFAULT.withDocumentBytes(FRESH * years.pairs()))
                .build()) {
            var size = new ShopSize(years, events -> {
                twin.load(StreamSupport.stream(Spliterators.spliteratorUnknownSize(events, 0), false));
                return (ShopState) twin.state();
            });
            size.layers();
            return size.perPair(size.used - size.usedBefore);
        } finally {
            executor.shutdown();
            remove(directory);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("storetwin-size");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void remove(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The state alone, without a twin around it. */
    private static final class InMemory implements Way {

        private final Workers workers;
        private ShopState state = ShopState.empty(ZoneOffset.UTC, MadeUpShop.CURRENCY);

        InMemory(Workers workers) {
            this.workers = workers;
        }

        @Override
        public ShopState take(Iterator<TwinEvent> events) {
            while (events.hasNext()) {
                var batch = new ArrayList<TwinEvent>();
                while (events.hasNext() && batch.size() < BATCH) {
                    batch.add(events.next());
                }
                state = state.after(batch, workers).state();
            }
            return state;
        }
    }

    private double layers() {
        Machine.print(
                "%,d pairs, each with sales on %.1f of %d days",
                years.pairs(), years.soldCells() / (double) years.pairs(), TwoYears.DAYS);
        layer("catalog and prices", years.catalog());
        layer("stock counts", years.counts());
        layer("views", years.views());
        layer("orders and shipments", years.ordersAndShipments());
        Machine.print("%-24s %8.0f bytes per pair", "everything", perPair(used - usedBefore));
        Machine.print(
                "%,d documents, %,d bytes of fresh ones in the heap, archive %s",
                state.documents().size(),
                state.documents().freshBytes(),
                state.documents().archive().runs());
        var holdings = Holdings.of(state);
        holdings.forEach((kind, bytes) -> Machine.print("%-24s %8.0f bytes per pair", "of it " + kind, perPair(bytes)));
        long told = holdings.values().stream().mapToLong(it -> it).sum();
        Machine.print("%-24s %8.0f bytes per pair", "beside the state", perPair(used - usedBefore - told));
        return perPair(Objects.requireNonNull(holdings.get("sales")));
    }

    private void layer(String name, Iterator<TwinEvent> events) {
        long start = System.nanoTime();
        long before = state.revision();
        state = way.take(events);
        double seconds = (System.nanoTime() - start) / 1e9;
        long now = Machine.settledHeap();
        Machine.print(
                "%-24s %8.0f bytes per pair, %,d events in %.1f s",
                name, perPair(now - used), state.revision() - before, seconds);
        used = now;
    }

    private double perPair(long bytes) {
        return bytes / (double) years.pairs();
    }
}
