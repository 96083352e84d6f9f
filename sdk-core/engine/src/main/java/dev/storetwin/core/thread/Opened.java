package dev.storetwin.core.thread;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that was opened on the way to something whole: closed in reverse order, at once when a later step fails, and in the end when the
 * whole is closed. Only the first time counts.
 */
public final class Opened implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final AtomicBoolean isClosing = new AtomicBoolean();

    /** Hands the part back. Parts are added by one thread, before anybody closes. */
    public <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** All are closed, whatever fails on the way. Who comes second, from whatever thread, finds nothing to do and does not wait. */
    @Override
    public void close() {
        if (!isClosing.compareAndSet(false, true)) {
            return;
        }
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (Exception | Error failed) {
            LOG.error("A part of the twin could not be closed; the others are", failed);
        }
    }
}
