package dev.storetwin.core.journal;

import java.time.Duration;

/** Wakes whoever has to do something later, such as the journal what it owes to the disk. A seam: a test wakes it when it likes. */
public interface Alarm extends AutoCloseable {

    /** One that sleeps on a thread named {@code storetwin-force}, which begins with the first task. */
    static Alarm onThread() {
        return onThread("force");
    }

    /**
     * One that sleeps on a thread of its own, which begins with the first task.
     *
     * @param name what it is for: the thread is {@code storetwin-} and this
     */
    static Alarm onThread(String name) {
        return new AlarmThread(name);
    }

    /** Runs the task once after this time, on another thread. One task at a time is enough; after {@link #close} none is run. */
    void after(Duration time, Runnable task);

    /** No task is run any more, and none is running when this returns. */
    @Override
    void close();
}
