package dev.storetwin.core.inventory.policy;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that is known about which policy a panel should order by.
 *
 * @param panel  whose past was played
 * @param trials of all policies in the windows that are judged
 * @param nested what the chooser would have cost in these windows, each choice made on what was over before its window
 * @param chosen on all windows there are: the policy for the periods that follow
 * @param seed   of chance
 */
public record PolicyStudy(ReplayPanel panel, PolicyTrials trials, NestedChoice nested, ChosenPolicy chosen, long seed) {

    /** A panel that has so many periods before a window shows a good part of its season. */
    private static final int KNOWN = 26;

    /**
     * Plays the windows that are judged, and those before them that choices rest on.
     *
     * @param backtest   with the windows that are judged
     * @param candidates the first being the one that others have to beat
     * @param others     policies that are played for comparison and cannot be chosen
     */
    public static PolicyStudy of(
            PolicyBacktest backtest,
            ReplayPanel panel,
            List<OrderingPolicy> candidates,
            List<OrderingPolicy> others,
            PolicyChooser chooser) {
        int judged = backtest.windows().first();
        var policies = Stream.concat(candidates.stream(), others.stream()).toList();
        var all = backtest.withWindows(earlier(backtest.windows())).run(panel, policies);
        return new PolicyStudy(
                panel,
                all.from(judged),
                NestedChoice.of(all, judged, candidates, chooser, panel),
                chooser.choose(all, panel, candidates),
                chooser.seed());
    }

    /** The same windows with as many more in front of them as history allows. */
    public static RollingWindows earlier(RollingWindows windows) {
        int room = Math.max(0, windows.first() - windows.warmUp() - KNOWN);
        return windows.withFirst(windows.first() - room / windows.stride() * windows.stride());
    }
}
