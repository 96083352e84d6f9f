package dev.storetwin.core.state;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the books of SKUs are edited on, lent to one thread at a time: a batch of one event would otherwise need more for its bench than for what
 * it changes.
 */
final class Benches {

    private final AtomicReference<SkuEditor.@Nullable Bench> free = new AtomicReference<>();

    /** One that nobody else has. It may be kept when work on it fails. */
    SkuEditor.Bench take() {
        var bench = free.getAndSet(null);
        return bench == null ? new SkuEditor.Bench() : bench;
    }

    void giveBack(SkuEditor.Bench bench) {
        free.set(bench);
    }
}
