package dev.storetwin.cli;

import dev.storetwin.core.inventory.policy.OrderingPolicies;
import dev.storetwin.core.inventory.policy.PolicyBacktest;
import dev.storetwin.core.inventory.policy.PolicyChooser;
import dev.storetwin.core.inventory.policy.RollingWindows;
import dev.storetwin.forecast.Progress;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** How the past of weekly tables is played: the same in every command, so that both choose the same. */
final class WeeklyGame {

    static final int FIRST = 80;
    static final int STRIDE = 5;
    static final int EARLIEST = 10;
    static final int PATHS = 250;
    static final int PATHS_TO_ORDER = 1_000;
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 6;

    private WeeklyGame() {}

    static RollingWindows windows(int first, int stride) {
        return new RollingWindows(first, stride, WARM_UP, ROUNDS, 1);
    }

    static PolicyBacktest backtest(RollingWindows windows, Executor executor, Progress progress) {
        return new PolicyBacktest(windows, OrderingPolicies.seasonalAverageCover(), executor, progress, cpuClock());
    }

    static PolicyChooser chooser(long seed) {
        return PolicyChooser.of(seed);
    }

    /** What the calling thread has computed, where the machine can tell. */
    private static LongSupplier cpuClock() {
        var threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads::getCurrentThreadCpuTime : () -> 0;
    }
}
