package dev.storetwin.core.thread;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for something that comes to an end, and lets nobody hurry it: an interruption is kept for afterwards. */
public final class WaitingWatchdog {

    /** What is waited for. */
    @FunctionalInterface
    public interface Awaited {

        /** Whether it came within that time. */
        boolean within(long time, TimeUnit unit) throws InterruptedException;
    }

    private WaitingWatchdog() {}

    /** Whether it came in time. The thread is interrupted after this when it was before, or meanwhile. */
    public static boolean await(Awaited awaited, Duration most) {
        long until = System.nanoTime() + most.toNanos();
        boolean isHurried = Thread.interrupted();
        try {
            while (true) {
                try {
                    return awaited.within(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException later) {
                    isHurried = true;
                }
            }
        } finally {
            if (isHurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
