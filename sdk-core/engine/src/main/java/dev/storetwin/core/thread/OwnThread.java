package dev.storetwin.core.thread;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread of the twin's own that runs tasks in their order. It is named {@code storetwin-...}, begins with the first task, keeps no
 * process alive, and is gone after {@link #close}; tasks that come later are refused with a {@link RejectedExecutionException}.
 */
public final class OwnThread implements Executor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnThread.class);

    private final String name;
    private final Duration patience;
    private final ThreadPoolExecutor executor;
    private volatile @Nullable Thread thread;

    private OwnThread(String name, Duration patience) {
        this.name = name;
        this.patience = patience;
        this.executor =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), this::named);
    }

    /**
     * A thread that is not there yet.
     *
     * @param name     what it does, as in {@code storetwin-sequencer}
     * @param patience how long {@link #close} waits for tasks that were begun; after that they are interrupted
     */
    public static OwnThread of(String name, Duration patience) {
        return new OwnThread("storetwin-" + name, patience);
    }

    private Thread named(Runnable work) {
        var own = new Thread(work, name);
        own.setDaemon(true);
        thread = own;
        return own;
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }

    /**
     * Lets all tasks that came before be finished, also when the caller is interrupted, and stays so; the thread is gone then, unless one of
     * them does not come back. A task that closes its own thread does not wait.
     */
    @Override
    public void close() {
        executor.shutdown();
        if (Thread.currentThread() == thread) {
            return;
        }
        if (WaitingWatchdog.await(executor::awaitTermination, patience)) {
            join();
        } else {
            LOG.warn("A task of {} does not come back, and is interrupted after {}", name, patience);
            executor.shutdownNow();
        }
    }

    /** The executor calls itself terminated a moment before its thread is gone. */
    private void join() {
        var ending = thread;
        if (ending != null) {
            WaitingWatchdog.await((time, unit) -> hasEnded(ending, unit.toMillis(time)), patience);
        }
    }

    private static boolean hasEnded(Thread ending, long millis) throws InterruptedException {
        ending.join(Math.max(1, millis));
        return !ending.isAlive();
    }
}
