package dev.storetwin.core.monitor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** CPU time of threads as the JVM counts it, in user and kernel mode. The only place that reads it. */
public final class ThreadCpu implements CpuClock {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /**
     * Refuses a JVM that counts nothing.
     *
     * @throws IllegalStateException when it cannot, or has been told not to
     */
    public void require() {
        if (!threads.isCurrentThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
            throw new IllegalStateException("""
                    There is a budget of CPU time, but this JVM does not count the CPU time of threads.
                    Maybe something has switched it off (ThreadMXBean.setThreadCpuTimeEnabled), or a budget of model calls does as well.""");
        }
    }

    /** Nobody counts it for a virtual thread; a JVM may also say so by an exception. */
    @Override
    public long nanos() {
        try {
            return threads.getCurrentThreadCpuTime();
        } catch (UnsupportedOperationException uncounted) {
            return UNKNOWN;
        }
    }
}
