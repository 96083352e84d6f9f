package dev.storetwin.core.state.feed;

import dev.storetwin.state.StateChange;
import dev.storetwin.state.Subscription;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells subscribers of every published state. Publishing costs little without subscribers and never waits for one.
 *
 * <p>Subscribers are called on the host's executor, or on one thread named {@code storetwin-changes} that begins with the first
 * subscriber and ends with {@link #close}.
 */
public final class ChangeFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    private static final long PATIENCE_SECONDS = 5;

    private final List<Listening> listeners = new CopyOnWriteArrayList<>();
    private final Optional<Executor> given;
    private @Nullable ExecutorService own;
    private volatile @Nullable Thread ownThread;
    private boolean isClosed;

    public ChangeFeed(Optional<Executor> hosts) {
        this.given = hosts;
    }

    /** Changes from now on. Each subscriber has a backlog of its own. */
    public Flow.Publisher<StateChange> changes(Subscription wishes) {
        return subscriber -> subscribe(Objects.requireNonNull(subscriber, "subscriber"), wishes);
    }

    private synchronized void subscribe(Flow.Subscriber<? super StateChange> subscriber, Subscription wishes) {
        var self = new Listening[1];
        var listening = new Listening(subscriber, wishes, executor(), () -> listeners.remove(self[0]));
        self[0] = listening;
        if (isClosed) {
            listening.complete();
        } else {
            listeners.add(listening);
            listening.deliver();
        }
    }

    /** After the end there is only the end to tell, which the caller's thread does. */
    private Executor executor() {
        if (given.isPresent()) {
            return given.get();
        }
        if (isClosed) {
            return Runnable::run;
        }
        if (own == null) {
            own = Executors.newSingleThreadExecutor(it -> {
                var deliverer = new Thread(it, "storetwin-changes");
                deliverer.setDaemon(true);
                ownThread = deliverer;
                return deliverer;
            });
        }
        return own;
    }

    /** A state was published. The change is made only when somebody listens. */
    public void publish(Supplier<StateChange> made) {
        if (listeners.isEmpty()) {
            return;
        }
        var change = made.get();
        listeners.forEach(it -> it.offer(change));
    }

    /** All subscribers are told that it is over; its own thread is gone when this returns, unless a subscriber does not come back. */
    @Override
    public void close() {
        ExecutorService stopping;
        Thread thread;
        synchronized (this) {
            isClosed = true;
            stopping = own;
            thread = ownThread;
        }
        listeners.forEach(Listening::complete);
        if (stopping != null) {
            stop(stopping, thread);
        }
    }

    private static void stop(ExecutorService executor, @Nullable Thread thread) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A subscriber to changes does not come back; its thread storetwin-changes is interrupted");
                executor.shutdownNow();
            } else if (thread != null) {
                thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            }
        } catch (InterruptedException hurried) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
