package dev.storetwin.core.memory;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.state.Acceptance;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the state down now and then, beside everything else: a state never changes, so nobody waits for it. */
final class Snapshotter implements PublishListener {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshotter.class);

    private final TwinDirectory directory;
    private final long every;
    private final Executor executor;
    private final AtomicBoolean isWriting = new AtomicBoolean();
    private volatile long last;

    /**
     * @param last     revision of the newest snapshot
     * @param every    so many events go by between two
     * @param executor writes them
     */
    Snapshotter(TwinDirectory directory, long last, long every, Executor executor) {
        this.directory = directory;
        this.last = last;
        this.every = every;
        this.executor = executor;
    }

    @Override
    public void published(ShopState before, ShopState after, List<EncodedEvent> events, List<Acceptance> answers) {
        consider(after);
    }

    @Override
    public void loaded(ShopState before, ShopState after) {
        consider(after);
    }

    private void consider(ShopState state) {
        if (state.revision() - last >= every && isWriting.compareAndSet(false, true)) {
            try {
                executor.execute(() -> write(state));
            } catch (RejectedExecutionException closing) {
                isWriting.set(false);
            }
        }
    }

    /** One that fails costs the next start time, nothing else; it is tried again after as many events. */
    private void write(ShopState state) {
        try {
            directory.snapshot(state);
        } catch (IOException | RuntimeException | Error failed) {
            LOG.warn("No snapshot of revision {}", state.revision(), failed);
        } finally {
            last = state.revision();
            isWriting.set(false);
        }
    }
}
