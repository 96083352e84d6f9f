package dev.storetwin.benchmarks.memory;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** What a figure was measured on, and how much of it is used. */
final class Machine {

    static final double MEGABYTE = 1024 * 1024;

    private static final int SETTLING_SECONDS = 60;

    /** Of the first line of {@code /proc/stat}: for users, nice ones, the system, interrupts of both kinds, and other machines. */
    private static final int[] BUSY = {1, 2, 3, 6, 7, 8};

    /** A second has so many there. */
    private static final double TICKS = 100;

    private Machine() {}

    /** One line: processors, largest heap, Java, collector. */
    static String description() {
        var runtime = Runtime.getRuntime();
        return line(
                "%d processors, heap up to %.1f GiB, Java %s, collector %s",
                runtime.availableProcessors(), runtime.maxMemory() / MEGABYTE / 1024, Runtime.version(), collectors());
    }

    private static String collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(" + "));
    }

    /** Bytes of heap that are still used after everything unused was collected. */
    static long usedHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** The same once nothing works beside it any more, as far as that comes within a minute. */
    static long settledHeap() {
        long before = usedHeap();
        for (int i = 0; i < SETTLING_SECONDS; i++) {
            LockSupport.parkNanos(1_000_000_000L);
            long now = usedHeap();
            if (Math.abs(now - before) <= before / 1_000) {
                return now;
            }
            before = now;
        }
        return before;
    }

    /** Seconds that all processors together have worked for this process: also where others work beside it, a measure of what it costs. */
    static double cpuSeconds() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    /**
     * Seconds that all processors together have worked for other processes since the machine started, where the system tells: what was measured
     * beside much of it says more about them.
     */
    static double otherCpuSeconds() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            var columns = lines.findFirst().orElse("").split(" +");
            long ticks = 0;
            for (int column : BUSY) {
                ticks += Long.parseLong(columns[column]);
            }
            return ticks / TICKS - cpuSeconds();
        } catch (IOException | IndexOutOfBoundsException untold) {
            return Double.NaN;
        }
    }

    /** Milliseconds that collectors worked since the start, pauses and more. */
    static long collectorMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    static void print(String format, Object... values) {
        System.out.println(line(format, values));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Where an answer is wrong its speed is worth nothing. */
    static void mustHold(boolean condition, String claim) {
        if (!condition) {
            throw new IllegalStateException("It does not hold: " + claim);
        }
    }

    static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }
}
