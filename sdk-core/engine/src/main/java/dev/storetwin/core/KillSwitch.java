package dev.storetwin.core;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops all acting.
 *
 * <p>How it works: a write asks for the switch while it holds the read lock, and holds that until it has returned. Whoever stops sets the switch
 * first and takes the write lock then: so every write has either returned or will find the switch set.
 */
final class KillSwitch {

    private static final Logger LOG = LoggerFactory.getLogger(KillSwitch.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LiveShop live;
    private final ReentrantReadWriteLock writing = new ReentrantReadWriteLock();
    private volatile boolean isHalted;

    KillSwitch(LiveShop live) {
        this.live = live;
    }

    /** Whether all acting is stopped; also when that could not be written down. */
    boolean isStopped() {
        return isHalted || live.state().commitments().killSwitchEngaged();
    }

    void engage() {
        isHalted = true;
    }

    void disengage() {
        isHalted = false;
    }

    /** What a write answers; empty when acting is stopped, and nothing was written then. */
    <T> Optional<T> unlessStopped(Supplier<T> write) {
        if (isStopped()) {
            return Optional.empty();
        }
        writing.readLock().lock();
        try {
            return isStopped() ? Optional.empty() : Optional.of(write.get());
        } finally {
            writing.readLock().unlock();
        }
    }

    /**
     * Waits for writes that have begun.
     *
     * @return false when one goes on all the same: the platform does not answer, the thread was interrupted, or the caller itself is writing
     */
    boolean awaitWrites() {
        try {
            boolean isQuiet = writing.writeLock().tryLock()
                    || (writing.getReadHoldCount() == 0
                            && writing.writeLock().tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
            if (isQuiet) {
                writing.writeLock().unlock();
            } else {
                LOG.warn("Acting is stopped, but a write that had begun before has not returned");
            }
            return isQuiet;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
