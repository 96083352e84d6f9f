package dev.storetwin.core.journal;

import dev.storetwin.core.thread.OwnThread;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Sleeps on a thread of its own, which is there from the first task on and gone after {@link #close}. */
final class AlarmThread implements Alarm {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OwnThread thread;
    private final CountDownLatch closing = new CountDownLatch(1);

    AlarmThread(String name) {
        this.thread = OwnThread.of(name, PATIENCE);
    }

    @Override
    public void after(Duration time, Runnable task) {
        try {
            thread.execute(() -> run(time, task));
        } catch (RejectedExecutionException closed) {
            closing.countDown();
        }
    }

    private void run(Duration time, Runnable task) {
        try {
            if (!closing.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                task.run();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        thread.close();
    }
}
