package dev.storetwin.drools;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Threads for work that may never end. One that does not come back in time is interrupted and given up; after a few such losses nothing is
 * begun any more.
 */
final class LosableThreads implements AutoCloseable {

    /** So many threads may be lost: a rule that hangs must not fill the machine. */
    static final int MOST_LOSSES = 8;

    private final Duration patience;
    private final AtomicInteger losses = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    /** @param patience how long each work may take */
    LosableThreads(Duration patience) {
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), LosableThreads::thread);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "storetwin-trusted-rules");
        thread.setDaemon(true);
        return thread;
    }

    boolean areSpent() {
        return losses.get() >= MOST_LOSSES;
    }

    /**
     * What a work comes to; empty when it has not ended in time, or was not begun because too many before it did not.
     *
     * @param work that throws nothing
     */
    <T> Optional<T> run(Supplier<T> work) {
        if (areSpent()) {
            return Optional.empty();
        }
        try {
            return await(threads.submit(work::get));
        } catch (RejectedExecutionException closed) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> await(Future<T> result) {
        var watchdog = Watchdog.after(patience);
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return Optional.of(result.get(watchdog.left(), TimeUnit.NANOSECONDS));
                } catch (InterruptedException again) {
                    wasInterrupted = true;
                }
            }
        } catch (TimeoutException | ExecutionException late) {
            result.cancel(true);
            losses.incrementAndGet();
            return Optional.empty();
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
