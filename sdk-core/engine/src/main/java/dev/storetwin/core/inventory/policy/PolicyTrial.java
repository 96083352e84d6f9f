package dev.storetwin.core.inventory.policy;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one policy cost in every window.
 *
 * @param policy     as it was played
 * @param byWindow   in the order of the windows
 * @param cpuSeconds spent on its orders, without forecasts
 */
public record PolicyTrial(OrderingPolicy policy, List<PlayCost> byWindow, double cpuSeconds) {

    public PolicyTrial {
        byWindow = List.copyOf(byWindow);
    }

    public String name() {
        return policy.name();
    }

    /** Total cost of each window. */
    public double[] totals() {
        return byWindow.stream().mapToDouble(PlayCost::total).toArray();
    }

    /** Per window. */
    public PlayCost mean() {
        return byWindow.stream().reduce(PlayCost.ZERO, PlayCost::plus).times(1.0 / byWindow.size());
    }

    /** Total cost that so large a share of windows did not exceed, by linear interpolation between windows. */
    public double quantile(double level) {
        var sorted = byWindow.stream().mapToDouble(PlayCost::total).sorted().toArray();
        double place = level * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** The last so many windows. */
    PolicyTrial latest(int windows) {
        return new PolicyTrial(policy, byWindow.subList(byWindow.size() - windows, byWindow.size()), cpuSeconds);
    }

    PolicyTrial followedBy(PolicyTrial later) {
        return new PolicyTrial(
                policy,
                Stream.concat(byWindow.stream(), later.byWindow.stream()).toList(),
                cpuSeconds + later.cpuSeconds);
    }

    /** Only some of the windows. */
    PolicyTrial only(List<Integer> places) {
        return new PolicyTrial(policy, places.stream().map(byWindow::get).toList(), cpuSeconds);
    }
}
