package dev.storetwin.core.journal;

import java.time.Duration;

/** Wakes the journal when something has to be forced for its age. A seam: a test wakes it when it likes. */
public interface Alarm extends AutoCloseable {

    /** One that sleeps on a thread named {@code storetwin-force}, which begins with the first task. */
    static Alarm onThread() {
        return new AlarmThread();
    }

    /** Runs the task once after this time, on another thread. One task at a time is enough; after {@link #close} none is run. */
    void after(Duration time, Runnable task);

    /** No task is run any more, and none is running when this returns. */
    @Override
    void close();
}
