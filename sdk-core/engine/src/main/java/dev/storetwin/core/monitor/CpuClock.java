package dev.storetwin.core.monitor;

/** Tells how long the asking thread has computed. Passed in, as the wall clock is. */
@FunctionalInterface
public interface CpuClock {

    /** What {@link #nanos} answers where nobody knows. */
    long UNKNOWN = -1;

    /** CPU time of the calling thread so far; negative where the JVM cannot tell, as on a virtual thread. */
    long nanos();
}
