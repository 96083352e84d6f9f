package dev.storetwin.core.state.feed;

import dev.storetwin.core.thread.OwnThread;
import dev.storetwin.state.StateChange;
import dev.storetwin.state.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells subscribers of every published state. Publishing costs little without subscribers and never waits for one.
 *
 * <p>Subscribers are called on one thread named {@code storetwin-changes} that begins with the first
 * subscriber and ends with {@link #close}.
 */
public final class ChangeFeed implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Listening> listeners = new CopyOnWriteArrayList<>();
    private final @Nullable Executor given;
    private @Nullable OwnThread own;
    private boolean isClosed;

    public ChangeFeed() {
        this(null);
    }

    /** For tests, which call subscribers where they stand. */
    ChangeFeed(@Nullable Executor given) {
        this.given = given;
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
        if (given != null) {
            return given;
        }
        if (isClosed) {
            return Runnable::run;
        }
        if (own == null) {
            own = OwnThread.of("changes", PATIENCE);
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
        OwnThread stopping;
        synchronized (this) {
            isClosed = true;
            stopping = own;
        }
        listeners.forEach(Listening::complete);
        if (stopping != null) {
            stopping.close();
        }
    }
}
