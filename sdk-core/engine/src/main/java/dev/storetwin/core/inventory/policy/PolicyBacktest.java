package dev.storetwin.core.inventory.policy;

import dev.storetwin.forecast.Progress;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * The past of a panel played again under many policies, counted in money.
 *
 * <p>How it works. It walks along time once. At the end of a period all windows that are open there and all their policies order, each
 * on its own stock, and all on the same forecasts, which are made from a copy of the histories that ends there. Then the period's
 * demand is played. What a policy gets to see depends on the histories up to the moment and on its own earlier orders alone. It sees the
 * sales that the shop had, also where it would have run out itself: all policies are told the same.
 *
 * @param windows   how the past is cut
 * @param reference warms up, and is what others are compared with; its first forecaster also fills the shelves at the beginning
 * @param executor  runs policies side by side; the answers do not depend on it
 * @param progress  told of every period done
 * @param cpuClock  what the calling thread has computed, in nanoseconds
 */
public record PolicyBacktest(
        RollingWindows windows, OrderingPolicy reference, Executor executor, Progress progress, LongSupplier cpuClock) {

    /** By the calling thread, unwatched. */
    public static PolicyBacktest of(RollingWindows windows, OrderingPolicy reference) {
        return new PolicyBacktest(windows, reference, Runnable::run, Progress.NONE, () -> 0);
    }

    public PolicyBacktest withWindows(RollingWindows windows) {
        return new PolicyBacktest(windows, reference, executor, progress, cpuClock);
    }

    /**
     * Plays all windows that fit into the panel.
     *
     * @throws IllegalArgumentException when none does, or two policies have the same name
     */
    public PolicyTrials run(ReplayPanel panel, List<OrderingPolicy> policies) {
        return run(panel, policies, windows.starts(panel));
    }

    PolicyTrials run(ReplayPanel panel, List<OrderingPolicy> policies, List<Integer> starts) {
        if (starts.isEmpty()) {
            throw new IllegalArgumentException(
                    """
                    No window fits: the first starts at period %d and takes %d, and there are %d.
                    Maybe an earlier first window, or fewer rounds.""".formatted(windows.first(), windows.length(panel.longestLead()), panel.periods()));
        }
        return new Walk(this, panel, policies, starts).run();
    }
}
