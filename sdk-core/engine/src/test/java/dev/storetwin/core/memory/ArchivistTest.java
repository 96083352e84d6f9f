package dev.storetwin.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.core.journal.archive.RunStore;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.thread.OwnThread;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivistTest {

    @TempDir
    private Path folder;

    private final AtomicBoolean isBroken = new AtomicBoolean(true);

    /** The real one, except that making a file is beyond it for a while. */
    private Disk disk() {
        var real = new FileDisk();
        return (Disk)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Disk.class}, (it, act, with) -> {
                    if (act.getName().equals("create") && isBroken.get()) {
                        throw new NoClassDefFoundError("gone");
                    }
                    try {
                        return act.invoke(real, with);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static ShopState more(ShopState state, int first) {
        List<TwinEvent> events = IntStream.range(first, first + 10)
                .<TwinEvent>mapToObj(it -> StockCounted.of(
                        Source.of("test"),
                        Sku.of("SKU-" + it),
                        NodeId.of("n"),
                        Quantity.of(it),
                        Instant.parse("2026-03-01T00:00:00Z")))
                .toList();
        return state.after(events).state();
    }

    private static ShopState settled(Archivist archivist, ShopState state) {
        return CompletableFuture.supplyAsync(() -> archivist.settle(state))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void an_error_while_documents_are_written_leaves_them_in_the_heap_and_nobody_waiting() throws IOException {
        var state = more(ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR")), 0);
        try (var thread = OwnThread.of("archive-of-test", Duration.ofSeconds(20))) {
            var archivist = new Archivist(RunStore.open(disk(), folder), EventCodec.PLAIN, 1, thread);

            var unmoved = settled(archivist, state);
            assertThat(unmoved.documents().areLeaving()).isTrue();
            assertThat(unmoved.documents().archive().runs()).isEmpty();

            isBroken.set(false);
            var moved = settled(archivist, more(unmoved, 10));
            assertThat(moved.documents().areLeaving()).isFalse();
            assertThat(moved.documents().archive().runs()).isNotEmpty();
        }
    }
}
