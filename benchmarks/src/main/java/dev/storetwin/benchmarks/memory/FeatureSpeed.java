package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.feature.CachedFeatures;
import dev.storetwin.core.feature.PublishedFeatures;
import dev.storetwin.core.feature.ShopFeatures;
import dev.storetwin.core.random.Draws;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureLog;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.Grain;
import dev.storetwin.type.Sku;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast 250 features of a SKU are served while 10,000 events a second touch one SKU in a hundred: of SKUs that nothing happened to, of
 * those that an event has just changed (by the clock and in CPU time, for where others work beside it), and of 500 at once.
 *
 * <p>Arguments: SKUs (20,000), events of history before (2,000,000), seconds (20).
 */
public final class FeatureSpeed {

    private static final int FEATURES = 250;
    private static final int PER_SECOND = 10_000;
    private static final int BATCH = 100;
    private static final int HISTORY_BATCH = 20_000;
    private static final int WARM = 2_000;
    private static final int MANY = 500;

    private record Published(ShopState state, List<Sku> touched, Instant at) {}

    private final MadeUpShop shop;
    private final EventMix history;
    private final EventMix live;
    private final int past;
    private final int seconds;
    private final FeatureSet set;
    private volatile Published newest;
    private volatile boolean over;

    private FeatureSpeed(int skus, int past, int seconds) {
        this.shop = MadeUpShop.of(skus, 4);
        this.past = past;
        this.seconds = seconds;
        var step = Duration.ofMillis(Duration.ofDays(120).toMillis() / Math.max(1, past));
        this.history = EventMix.of(4, shop, step);
        this.live = EventMix.of(5, MadeUpShop.of(skus / 100, 4), step);
        var all = ShopFeatures.all(Grain.SKU);
        this.set = FeatureSet.of("speed", Grain.SKU, all.features().subList(0, FEATURES));
        this.newest = new Published(opened(), List.of(), EventMix.START);
    }

    public static void main(String[] arguments) throws InterruptedException {
        Machine.print("%s", Machine.description());
        new FeatureSpeed(
                        Machine.argument(arguments, 0, 20_000),
                        Machine.argument(arguments, 1, 2_000_000),
                        Machine.argument(arguments, 2, 20))
                .run();
    }

    private ShopState opened() {
        var state = ShopState.empty(ZoneOffset.UTC, MadeUpShop.CURRENCY);
        var opening = new ArrayList<TwinEvent>();
        history.opening().forEachRemaining(opening::add);
        state = state.after(opening).state();
        for (int from = 0; from < past; from += HISTORY_BATCH) {
            state = state.after(history.between(from, Math.min(past, from + HISTORY_BATCH)))
                    .state();
        }
        return state;
    }

    private void run() throws InterruptedException {
        var published = new PublishedFeatures(Clock.fixed(EventMix.START, ZoneOffset.UTC), 1);
        var store = new CachedFeatures(() -> newest.state(), published, FeatureLog.NONE, 10_000);
        var asOf = EventMix.START.plus(Duration.ofDays(121));
        warmUp(store, asOf);
        var writer = new Thread(this::write, "storetwin-benchmark-writer");
        writer.start();
        read(store, asOf);
        over = true;
        writer.join();
        many(store, asOf);
    }

    private FeatureEntity cold(int number) {
        int hundredth = shop.skus().size() / 100;
        return FeatureEntity.of(
                shop.skus().get(hundredth + number % (shop.skus().size() - hundredth)));
    }

    private void warmUp(CachedFeatures store, Instant asOf) {
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < WARM; i++) {
                store.vector(cold(i), set, asOf.plusSeconds(round % 2 * 86_400L));
            }
        }
        for (int i = 0; i < WARM; i++) {
            store.vector(cold(i), set, asOf);
        }
    }

    private void write() {
        var state = newest.state();
        long start = System.nanoTime();
        for (int batch = 0; !over; batch++) {
            var events = live.between((long) past + (long) batch * BATCH, (long) past + (batch + 1L) * BATCH);
            state = state.after(events).state();
            newest = new Published(state, touched(events), EventMix.START);
            long due = start + (batch + 1L) * BATCH * 1_000_000_000L / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
    }

    private static List<Sku> touched(List<TwinEvent> events) {
        return events.stream().flatMap(it -> sku(it).stream()).distinct().toList();
    }

    private static Optional<Sku> sku(TwinEvent event) {
        if (event instanceof ProductViewed viewed) {
            return Optional.of(viewed.sku());
        }
        return event instanceof StockCounted counted ? Optional.of(counted.sku()) : Optional.empty();
    }

    @SuppressWarnings("ReferenceEquality")
    private void read(CachedFeatures store, Instant asOf) {
        var unchanged = new long[20_000_000];
        var changed = new long[2_000_000];
        var changedCpu = new long[2_000_000];
        var threads = ManagementFactory.getThreadMXBean();
        int asked = 0;
        int after = 0;
        var seen = newest;
        double sum = 0;
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var draw = Draws.of(9).keyed("feature-speed", "", 0);
        while (System.nanoTime() < end && asked < unchanged.length) {
            var entity = cold(draw.nextInt(WARM));
            long start = System.nanoTime();
            sum += store.vector(entity, set, asOf).value(0);
            unchanged[asked++] = System.nanoTime() - start;
            if (newest != seen) {
                seen = newest;
                for (var sku : seen.touched()) {
                    long cpu = threads.getCurrentThreadCpuTime();
                    long begin = System.nanoTime();
                    sum += store.vector(FeatureEntity.of(sku), set, asOf).value(0);
                    changed[after] = System.nanoTime() - begin;
                    changedCpu[after++] = threads.getCurrentThreadCpuTime() - cpu;
                }
            }
        }
        print("unchanged", unchanged, asked);
        print("just changed", changed, after);
        print("the same in CPU time", changedCpu, after);
        Machine.print("(sum %.0f)", sum);
    }

    private void many(CachedFeatures store, Instant asOf) {
        var took = new long[2_000];
        var cpu = new long[took.length];
        var threads = ManagementFactory.getThreadMXBean();
        for (int round = -took.length / 4; round < took.length; round++) {
            var entities = entities(round + took.length);
            touch(round + took.length, asOf);
            long before = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            store.vectors(entities, set, asOf);
            if (round >= 0) {
                took[round] = System.nanoTime() - start;
                cpu[round] = threads.getCurrentThreadCpuTime() - before;
            }
        }
        print("500 at once", took, took.length);
        print("the same in CPU time", cpu, cpu.length);
    }

    /** 500 SKUs, one in a hundred of them among those that events touch. */
    private List<FeatureEntity> entities(int round) {
        var entities = new ArrayList<FeatureEntity>();
        for (int i = 0; i < MANY; i++) {
            entities.add(cold(round % 200 * 7 + i));
        }
        var touched = live.shop().skus();
        for (int i = 0; i < MANY / 100; i++) {
            entities.set(i, FeatureEntity.of(touched.get((round + i) % touched.size())));
        }
        return entities;
    }

    private void touch(int round, Instant asOf) {
        long from = 2_000_000_000L + round * (long) BATCH;
        var state = newest.state().after(live.between(from, from + BATCH)).state();
        newest = new Published(state, List.of(), asOf);
    }

    private static void print(String what, long[] nanos, int count) {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        Machine.print(
                "%s",
                String.format(
                        Locale.ROOT,
                        "%-20s p50 %8.1f us  p99 %8.1f us  p99.9 %8.1f us  max %8.1f us  of %,d",
                        what,
                        micros(sorted, .5),
                        micros(sorted, .99),
                        micros(sorted, .999),
                        micros(sorted, 1),
                        count));
    }

    private static double micros(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e3;
    }
}
