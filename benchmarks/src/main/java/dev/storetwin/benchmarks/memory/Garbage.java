package dev.storetwin.benchmarks.memory;

import com.sun.management.ThreadMXBean;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.TwinEvent;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Bytes of heap that are asked for to take one event of the fixed mix, whatever becomes of them: in batches of several sizes, and one by one
 * through a twin in memory. It hardly depends on what else the machine does.
 *
 * <p>Usage: {@code java ... Garbage [SKUS] [EVENTS]}; 25,000 SKUs in 4 channels and 200,000 events unless given.
 */
public final class Garbage {

    private static final int CHANNELS = 4;
    private static final int OPENING = 16_384;
    private static final List<Integer> BATCHES = List.of(1, 4, 16, 64, 256, 4_096, 16_384);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Garbage() {}

    public static void main(String[] arguments) {
        int skus = Machine.argument(arguments, 0, 25_000);
        int count = Machine.argument(arguments, 1, 200_000);
        var mix = EventMix.of(1, MadeUpShop.of(skus, CHANNELS), Duration.ofMillis(100));
        var events = mix.between(0, count);
        Machine.print("%s", Machine.description());
        var opened = opened(mix);
        for (int batch : BATCHES) {
            Machine.print(
                    "batches of %,6d: %,6d bytes an event", batch, perEvent(events, it -> fold(opened, it, batch)));
        }
        try (var twin = StoreTwin.builder().build()) {
            VisibleAfterAccept.open(twin, mix);
            Machine.print("accept, one by one: %,6d bytes an event", perEvent(events, it -> it.forEach(twin::accept)));
        }
    }

    private static ShopState opened(EventMix mix) {
        var all = new ArrayList<TwinEvent>();
        mix.opening().forEachRemaining(all::add);
        return fold(ShopState.empty(ZoneOffset.UTC, MadeUpShop.CURRENCY), all, OPENING);
    }

    private static ShopState fold(ShopState from, List<TwinEvent> events, int batch) {
        var state = from;
        for (int start = 0; start < events.size(); start += batch) {
            state = state.after(events.subList(start, Math.min(events.size(), start + batch)))
                    .state();
        }
        return state;
    }

    private static long perEvent(List<TwinEvent> events, Consumer<List<TwinEvent>> way) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        way.accept(events);
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / events.size();
    }
}
