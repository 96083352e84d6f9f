package dev.storetwin.testing.disk;

import dev.storetwin.core.journal.Alarm;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An alarm that rings when a test says so, on the thread of the test. */
public final class HandAlarm implements Alarm {

    private final AtomicReference<@Nullable Wish> waiting = new AtomicReference<>();
    private volatile boolean isClosed;

    @Override
    public void after(Duration time, Runnable task) {
        if (!isClosed && !waiting.compareAndSet(null, new Wish(time, task))) {
            throw new IllegalStateException("One task waits already, and another came.");
        }
    }

    /** How long somebody wants to wait; empty when nobody waits. */
    public Optional<Duration> waiting() {
        return Optional.ofNullable(waiting.get()).map(Wish::time);
    }

    /** The time is over: runs what waits. False when nothing did. */
    public boolean ring() {
        var wish = waiting.getAndSet(null);
        if (wish == null) {
            return false;
        }
        wish.task().run();
        return true;
    }

    @Override
    public void close() {
        isClosed = true;
        waiting.set(null);
    }

    private record Wish(Duration time, Runnable task) {}
}
