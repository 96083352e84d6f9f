package dev.storetwin.core.state.feed;

import dev.storetwin.state.StateChange;
import dev.storetwin.state.Subscription;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscriber and what waits for it.
 *
 * <p>How it works: whoever has something new, a change, a request, an end, notes it under the lock and sees to it that a delivery is under
 * way; there is never more than one, so signals come one after the other. The subscriber is called outside the lock.
 */
final class Listening implements Flow.Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    private final Flow.Subscriber<? super StateChange> subscriber;
    private final Subscription wishes;
    private final Executor executor;
    private final Runnable forget;
    private final Backlog backlog;
    private long requested;
    private boolean isGreeted;
    private boolean isOver;
    private boolean isEnding;
    private boolean isUnderWay;
    private @Nullable Throwable failure;

    Listening(
            Flow.Subscriber<? super StateChange> subscriber, Subscription wishes, Executor executor, Runnable forget) {
        this.subscriber = subscriber;
        this.wishes = wishes;
        this.executor = executor;
        this.forget = forget;
        this.backlog = new Backlog(wishes.buffer(), wishes.overflow());
    }

    /** Never waits for the subscriber. */
    void offer(StateChange change) {
        if (wishes.filter().wants(change)) {
            synchronized (this) {
                if (isOver || isEnding) {
                    return;
                }
                if (!backlog.add(change)) {
                    fail(new IllegalStateException("""
                            %d changes wait and the subscriber asks for no more.
                            Maybe another Overflow than FAIL, or a larger buffer, is meant.""".formatted(wishes.buffer())));
                }
            }
            deliver();
        }
    }

    /** What waits is delivered as far as it is asked for, then the end is told. */
    void complete() {
        synchronized (this) {
            isEnding = true;
        }
        deliver();
    }

    @Override
    public void request(long n) {
        synchronized (this) {
            if (isOver) {
                return;
            }
            if (n <= 0) {
                fail(new IllegalArgumentException(
                        "A subscriber asks for one change at least, not for %d (Reactive Streams, rule 3.9)."
                                .formatted(n)));
            } else {
                requested = requested + n < 0 ? Long.MAX_VALUE : requested + n;
            }
        }
        deliver();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            isOver = true;
            backlog.clear();
        }
        forget.run();
    }

    /** Under the lock. What waits is not delivered any more. */
    private void fail(Throwable why) {
        if (failure == null) {
            failure = why;
            backlog.clear();
        }
    }

    void deliver() {
        synchronized (this) {
            if (isUnderWay) {
                return;
            }
            isUnderWay = true;
        }
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException stopped) {
            LOG.warn("Changes cannot be delivered any more: the executor has stopped", stopped);
            cancel();
        }
    }

    private void run() {
        try {
            greet();
            for (var signal = next(); signal.isPresent(); signal = next()) {
                signal.get().run();
            }
        } catch (RuntimeException broken) {
            LOG.error("A subscriber to changes failed and hears no more", broken);
            cancel();
            stop();
        }
    }

    private void greet() {
        if (!isGreeted) {
            isGreeted = true;
            subscriber.onSubscribe(this);
        }
    }

    /** The next signal; without one the delivery is over, which is decided under the same lock as whether there is something new. */
    private synchronized Optional<Runnable> next() {
        if (isOver) {
            return stop();
        }
        if (failure != null) {
            var why = failure;
            return last(() -> subscriber.onError(why));
        }
        if (requested > 0 && !backlog.isEmpty()) {
            requested -= requested == Long.MAX_VALUE ? 0 : 1;
            var change = backlog.next().orElseThrow();
            return Optional.of(() -> subscriber.onNext(change));
        }
        return isEnding && (backlog.isEmpty() || requested == 0) ? last(subscriber::onComplete) : stop();
    }

    private Optional<Runnable> last(Runnable signal) {
        isOver = true;
        backlog.clear();
        forget.run();
        return Optional.of(signal);
    }

    private synchronized Optional<Runnable> stop() {
        isUnderWay = false;
        return Optional.empty();
    }
}
