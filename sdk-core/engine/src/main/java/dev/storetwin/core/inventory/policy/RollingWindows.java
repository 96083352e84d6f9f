package dev.storetwin.core.inventory.policy;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Which stretches of the past are played.
 *
 * <p>A window begins with warm-up periods under the reference policy, so that all policies start from the same ordinary stock. Then each
 * policy orders, at the end of the last warm-up period for the first time. Costed are the periods that its orders reach: as many as it
 * orders for, from the lead time of each item on. What it could not change costs nobody.
 *
 * @param first  the first period of the first window after its warm-up, counted from 0
 * @param stride periods from one window to the next
 * @param warmUp periods
 * @param rounds how often a policy orders
 * @param review periods from one order to the next
 */
public record RollingWindows(int first, int stride, int warmUp, int rounds, int review) {

    public RollingWindows {
        if (warmUp < 0 || first < warmUp || stride < 1 || rounds < 1 || review < 1) {
            throw new IllegalArgumentException("""
                    first (%d) must not be below warmUp (%d), and that not below 0; stride (%d), rounds (%d) and review (%d) at least 1.
                    Maybe the first window leaves no room for its warm-up.""".formatted(first, warmUp, stride, rounds, review));
        }
    }

    /** Periods of a window after its warm-up. */
    public int length(int longestLead) {
        return longestLead + rounds * review;
    }

    /** First periods of all windows that end within a panel, the earliest first. */
    public List<Integer> starts(ReplayPanel panel) {
        int last = panel.periods() - length(panel.longestLead());
        return LongStream.iterate(first, it -> it <= last, it -> it + stride)
                .mapToObj(Math::toIntExact)
                .toList();
    }

    /** Whether a period of a window that starts at {@code start} is one that the orders for an item reach, and its demand is known. */
    boolean isCosted(ReplayItem item, int start, int period) {
        int reached = period - start - item.terms().lead();
        return reached >= 0 && reached < rounds * review && item.sales().isKnown(period);
    }

    /** How many windows after one still have a costed period in common with it. */
    public int overlap() {
        return (rounds * review - 1) / stride;
    }

    public RollingWindows withFirst(int first) {
        return new RollingWindows(first, stride, warmUp, rounds, review);
    }

    public RollingWindows withStride(int stride) {
        return new RollingWindows(first, stride, warmUp, rounds, review);
    }
}
