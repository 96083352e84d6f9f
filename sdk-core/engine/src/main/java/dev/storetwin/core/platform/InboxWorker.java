package dev.storetwin.core.platform;

import dev.storetwin.core.thread.OwnThread;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does tasks one after the other, as many as have gathered at once, on the host's executor or a thread of its own. */
final class InboxWorker {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Runnable after;
    private final Executor executor;
    private @Nullable OwnThread own;
    private boolean isUnderWay;
    private boolean isClosed;

    InboxWorker(Optional<Executor> hosts, Runnable after) {
        this.after = after;
        this.executor = hosts.orElseGet(this::ownThread);
    }

    private Executor ownThread() {
        var single = OwnThread.of("inbox", PATIENCE);
        own = single;
        return single;
    }

    /** False when it is closed; the task is not done then. */
    boolean add(Runnable task) {
        synchronized (this) {
            if (isClosed) {
                return false;
            }
            tasks.add(task);
            if (isUnderWay) {
                return true;
            }
            isUnderWay = true;
        }
        try {
            executor.execute(this::run);
            return true;
        } catch (RejectedExecutionException stopped) {
            LOG.error("The inbox cannot work: the executor has stopped", stopped);
            return giveUp(task);
        }
    }

    private synchronized boolean giveUp(Runnable task) {
        isUnderWay = false;
        tasks.remove(task);
        notifyAll();
        return false;
    }

    private void run() {
        for (var gathered = gathered(); !gathered.isEmpty(); gathered = gathered()) {
            gathered.forEach(this::attempt);
            attempt(after);
        }
    }

    /** What goes wrong with one task must not keep the others from being done. */
    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error broken) {
            LOG.error("The inbox failed at a task", broken);
        }
    }

    private synchronized List<Runnable> gathered() {
        var all = new ArrayList<>(tasks);
        tasks.clear();
        if (all.isEmpty()) {
            isUnderWay = false;
            notifyAll();
        }
        return all;
    }

    /** What has gathered is done, then the last task; the own thread is gone afterwards. */
    void close(Runnable last) {
        if (!ends()) {
            return;
        }
        if (own != null) {
            own.close();
        }
        last.run();
    }

    /** False when it was closed before. */
    private synchronized boolean ends() {
        if (isClosed) {
            return false;
        }
        isClosed = true;
        try {
            while (isUnderWay) {
                wait();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
