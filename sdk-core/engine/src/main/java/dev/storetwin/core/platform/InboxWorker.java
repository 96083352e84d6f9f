package dev.storetwin.core.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does tasks one after the other, as many as have gathered at once. */
final class InboxWorker {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Executor executor;
    private final Runnable after;
    private volatile @Nullable Thread working;
    private boolean isUnderWay;
    private boolean isClosed;

    /** @param after is done after all tasks that had gathered */
    InboxWorker(Executor executor, Runnable after) {
        this.executor = executor;
        this.after = after;
    }

    /** False when it is closed, or nobody can work; the task is not done then. */
    synchronized boolean add(Runnable task) {
        if (isClosed) {
            return false;
        }
        tasks.add(task);
        return isUnderWay || begin(task);
    }

    private boolean begin(Runnable task) {
        isUnderWay = true;
        try {
            executor.execute(this::run);
            return true;
        } catch (RuntimeException | Error nobody) {
            LOG.error("The inbox cannot work", nobody);
            isUnderWay = false;
            tasks.remove(task);
            return false;
        }
    }

    private void run() {
        working = Thread.currentThread();
        for (var gathered = gathered(); !gathered.isEmpty(); gathered = gathered()) {
            gathered.forEach(this::attempt);
            attempt(after);
        }
    }

    /** What goes wrong with one task must not keep the others from being done, not even what no compiler knows to be thrown. */
    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (Throwable broken) {
            LOG.error("The inbox failed at a task: {}", Fault.words(broken));
        }
    }

    private synchronized List<Runnable> gathered() {
        var all = new ArrayList<>(tasks);
        tasks.clear();
        if (all.isEmpty()) {
            working = null;
            isUnderWay = false;
        }
        return all;
    }

    /** Whether the caller is one of its tasks. */
    boolean isHere() {
        return Thread.currentThread().equals(working);
    }

    /** Takes no task any more; what has gathered is done. */
    synchronized void close() {
        isClosed = true;
    }
}
