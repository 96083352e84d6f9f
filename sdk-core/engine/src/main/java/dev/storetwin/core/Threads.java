package dev.storetwin.core;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The twin's own threads: each has a name, keeps no process alive, and is gone after {@link #end}. */
final class Threads {

    private static final long PATIENCE_SECONDS = 60;

    private Threads() {}

    /** One thread that runs tasks in their order. */
    static ExecutorService one(String name) {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), task -> {
            var thread = new Thread(task, "storetwin-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Lets what was begun be finished. */
    static void end(ExecutorService executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
