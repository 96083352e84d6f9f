package dev.storetwin.core.pricing.plan;

import dev.storetwin.core.state.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Finds the best plan for certain, among all that lie in the gap between a plan and its bound, when these are not too many.
 *
 * <p>How it works. At given prices of the limits, a plan falls short of the bound by what each of its groups falls short of its best, and by the price of what it leaves
 * of the limits. A plan that is better than the one known falls short by less than the gap; so must each group. The few ways of each group
 * that do are put together group by group; of beginnings that take the same of the limits only the best is kept.
 */
final class GapClosing {

    private static final int MOST_NEAR = 2_000_000;
    private static final int LEAST_NEAR = 200;
    private static final int MOST_BEGINNINGS = 50_000;
    private static final int MOST_STEPS = 4_000_000;

    private final List<GroupOptimum> groups;
    private final List<ShopLimit> limits;
    private final double[] prices;
    private final double gap;
    private final Workers workers;

    GapClosing(List<GroupOptimum> groups, List<ShopLimit> limits, double[] prices, double gap, Workers workers) {
        this.groups = groups;
        this.limits = limits;
        this.prices = prices;
        this.gap = gap;
        this.workers = workers;
    }

    /** The best plan: an answer of each group. */
    record Closed(GroupAnswer[] answers, double value) {}

    /** Some groups decided. */
    private record Beginning(
            Optional<Beginning> before, int group, GroupAnswer answer, long[] used, double value, double lost) {}

    /** The best plan, proved; empty when there is too much to look at. */
    Optional<Closed> found() {
        var near = new ArrayList<List<GroupAnswer>>();
        var best = new double[groups.size()];
        for (int g = 0; g < best.length; g++) {
            near.add(List.of());
        }
        var tooMany = new AtomicBoolean();
        int most = Math.max(LEAST_NEAR, MOST_NEAR / groups.size());
        workers.run(best.length, g -> {
            if (tooMany.get()) {
                return;
            }
            var group = groups.get(g);
            best[g] = group.at(prices).worth(group.limits(), prices);
            near.set(g, group.near(prices, best[g] - gap, most));
            if (near.get(g).isEmpty()) {
                tooMany.set(true);
            }
        });
        return tooMany.get() ? Optional.empty() : together(near, best);
    }

    private Optional<Closed> together(List<List<GroupAnswer>> near, double[] best) {
        var order = Arrays.stream(indices(best.length))
                .boxed()
                .sorted(Comparator.comparingInt(g -> near.get(g).size()))
                .toList();
        var start = new Beginning(
                Optional.empty(), -1, new GroupAnswer(new int[0], 0, new long[0]), new long[limits.size()], 0, 0);
        var beginnings = List.of(start);
        int steps = 0;
        for (int g : order) {
            Map<long[], Beginning> next = new TreeMap<>(Arrays::compare);
            for (var beginning : beginnings) {
                for (var answer : near.get(g)) {
                    joined(beginning, g, answer, best[g]).ifPresent(it -> next.merge(it.used, it, GapClosing::better));
                }
            }
            steps += beginnings.size() * near.get(g).size();
            if (next.size() > MOST_BEGINNINGS || steps > MOST_STEPS) {
                return Optional.empty();
            }
            beginnings = List.copyOf(next.values());
        }
        return beginnings.stream()
                .max(Comparator.comparingDouble(Beginning::value))
                .map(this::closed);
    }

    private static int[] indices(int count) {
        var indices = new int[count];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    private static Beginning better(Beginning one, Beginning other) {
        return other.value > one.value ? other : one;
    }

    private Optional<Beginning> joined(Beginning beginning, int group, GroupAnswer answer, double best) {
        var of = groups.get(group).limits();
        double lost = beginning.lost + best - answer.worth(of, prices);
        if (lost > gap) {
            return Optional.empty();
        }
        var used = beginning.used.clone();
        for (int i = 0; i < of.length; i++) {
            used[of[i]] += answer.uses()[i];
            if (used[of[i]] > limits.get(of[i]).most()) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new Beginning(Optional.of(beginning), group, answer, used, beginning.value + answer.value(), lost));
    }

    private Closed closed(Beginning end) {
        var answers = new GroupAnswer[groups.size()];
        var at = Optional.of(end);
        while (at.isPresent() && at.get().group >= 0) {
            answers[at.get().group] = at.get().answer;
            at = at.get().before;
        }
        return new Closed(answers, end.value);
    }
}
