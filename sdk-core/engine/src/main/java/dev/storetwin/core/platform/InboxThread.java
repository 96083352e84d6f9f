package dev.storetwin.core.platform;

import dev.storetwin.core.journal.Alarm;
import dev.storetwin.core.thread.OwnThread;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Where an inbox works, and what wakes it. A seam: a test works where it stands, and wakes the inbox when it likes.
 *
 * @param executor does one task at a time
 * @param alarm    closed with it
 * @param end      returns when the executor is done with what it was given
 */
record InboxThread(Executor executor, Alarm alarm, Runnable end) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Works on {@code storetwin-inbox}, and sleeps on {@code storetwin-inbox-alarm} when something has to be tried again. */
    static InboxThread own() {
        var single = OwnThread.of("inbox", PATIENCE);
        return new InboxThread(single, Alarm.onThread("inbox-alarm"), single::close);
    }

    @Override
    public void close() {
        alarm.close();
        end.run();
    }
}
