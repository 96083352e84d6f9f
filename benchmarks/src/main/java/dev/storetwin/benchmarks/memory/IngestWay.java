package dev.storetwin.benchmarks.memory;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.Workers;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.TwinState;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One way in which events get into a shop. */
interface IngestWay extends AutoCloseable {

    /** Returns when all are part of the state. */
    void take(List<? extends TwinEvent> events);

    TwinState state();

    @Override
    default void close() {}

    /** Without a twin around it: batches folded one after the other, each by so many threads. */
    static IngestWay fold(int batch, int threads) {
        return new IngestWay() {

            private final ExecutorService executor =
                    Executors.newFixedThreadPool(threads, it -> new Thread(it, "storetwin-fold"));
            private final Workers workers = Workers.of(executor, threads);
            private ShopState state = ShopState.empty(ZoneOffset.UTC, MadeUpShop.CURRENCY);

            @Override
            public void take(List<? extends TwinEvent> events) {
                for (int from = 0; from < events.size(); from += batch) {
                    state = state.after(events.subList(from, Math.min(events.size(), from + batch)), workers)
                            .state();
                }
            }

            @Override
            public TwinState state() {
                return state;
            }

            @Override
            public void close() {
                executor.shutdown();
            }
        };
    }

    /** A twin in memory that is handed its whole history. */
    static IngestWay load(int threads) {
        return new IngestWay() {

            private final ExecutorService executor =
                    Executors.newFixedThreadPool(threads, it -> new Thread(it, "storetwin-load"));
            private final Twin twin =
                    StoreTwin.builder().executor(executor, threads).build();

            @Override
            public void take(List<? extends TwinEvent> events) {
                twin.load(events.stream());
            }

            @Override
            public TwinState state() {
                return twin.state();
            }

            @Override
            public void close() {
                twin.close();
                executor.shutdown();
            }
        };
    }
}
