package dev.storetwin.core.inventory.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What the chooser would have cost: for each window the policy that it would have chosen on what was over before the window began.
 *
 * @param windows in the order of their starts
 */
public record NestedChoice(List<Window> windows) {

    public NestedChoice {
        windows = List.copyOf(windows);
    }

    /**
     * One window.
     *
     * @param start  its first period
     * @param choice made on windows that ended before it
     * @param cost   of the policy chosen, in this window
     */
    public record Window(int start, ChosenPolicy choice, PlayCost cost) {}

    /**
     * Of trials that reach further back than the windows that are to be judged.
     *
     * @param all        windows
     * @param from       first period of the first window to be judged
     * @param candidates the first being the one that others have to beat
     */
    public static NestedChoice of(
            PolicyTrials all, int from, List<OrderingPolicy> candidates, PolicyChooser chooser, ReplayPanel panel) {
        var windows = new ArrayList<Window>();
        var judged = all.from(from);
        for (int place = 0; place < judged.starts().size(); place++) {
            int start = judged.starts().get(place);
            var choice = chooser.choose(all.before(start), panel.head(start), candidates);
            var cost = judged.trial(choice.policy().name()).byWindow().get(place);
            windows.add(new Window(start, choice, cost));
        }
        return new NestedChoice(windows);
    }

    /** As if it were a policy of its own. */
    public double[] totals() {
        return windows.stream().mapToDouble(it -> it.cost().total()).toArray();
    }

    /** Per window. */
    public PlayCost mean() {
        return windows.stream()
                .map(Window::cost)
                .reduce(PlayCost.ZERO, PlayCost::plus)
                .times(1.0 / windows.size());
    }
}
