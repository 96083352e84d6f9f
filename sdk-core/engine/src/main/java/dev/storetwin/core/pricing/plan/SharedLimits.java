package dev.storetwin.core.pricing.plan;

import dev.storetwin.core.state.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares among groups what there is too little of: changes, or money to give away.
 *
 * <p>How it works. Each limit gets a price at which groups, each for itself, ask for no more than there is (Everett 1963). A group's best answer to prices is exact
 * ({@link GroupOptimum}), so the groups' worths and what the limits cost are together a bound that no plan exceeds. Answers are collected in pools, on which
 * prices are found by halving, until no group has a better answer at these prices. Then all begin with what takes least; whoever gains most
 * goes on to its answer while there is room, and what room is left is filled in falling order of gain per price. Where the bound leaves a gap,
 * {@link GapClosing} looks at all that could lie in it.
 */
final class SharedLimits {

    private static final int ROUNDS = 40;
    private static final int SWEEPS = 12;
    private static final int HALVINGS = 60;
    private static final int PASSES = 20;
    private static final double NOTHING = 1e-11;
    private static final double WORTH_CLOSING = 1e-9;

    private final List<GroupOptimum> groups;
    private final List<ShopLimit> limits;
    private final Workers workers;
    private final List<List<GroupAnswer>> pools = new ArrayList<>();
    private final List<List<Integer>> under = new ArrayList<>();
    private final double[] prices;
    private final GroupAnswer[] chosen;
    private final long[] used;
    private double bound = Double.POSITIVE_INFINITY;

    /**
     * Shares.
     *
     * @param least of each group, together within the limits
     * @param free  of each group, if there were no limits
     */
    SharedLimits(
            List<GroupOptimum> groups,
            List<ShopLimit> limits,
            GroupAnswer[] least,
            GroupAnswer[] free,
            Workers workers) {
        this.groups = groups;
        this.limits = limits;
        this.workers = workers;
        this.prices = new double[limits.size()];
        this.chosen = least.clone();
        this.used = new long[limits.size()];
        limits.forEach(it -> under.add(new ArrayList<>()));
        for (int g = 0; g < chosen.length; g++) {
            pools.add(new ArrayList<>(least[g].isSame(free[g]) ? List.of(least[g]) : List.of(least[g], free[g])));
            for (int limit : groups.get(g).limits()) {
                under.get(limit).add(g);
            }
            addUse(g, least[g], 1);
        }
        findPrices();
        goOn();
        fill();
        if (gap() > WORTH_CLOSING * scale()) {
            close();
        }
    }

    private void findPrices() {
        boolean grew = true;
        for (int round = 0; round < ROUNDS && grew; round++) {
            settlePrices();
            var answers = new GroupAnswer[chosen.length];
            workers.run(chosen.length, g -> answers[g] = groups.get(g).at(prices));
            grew = false;
            double sum = 0;
            for (int g = 0; g < answers.length; g++) {
                double worth = worth(g, answers[g]);
                double known = worth(g, best(g));
                sum += Math.max(worth, known);
                if (worth > known + NOTHING * (1 + Math.abs(known))) {
                    pools.get(g).add(answers[g]);
                    grew = true;
                }
            }
            for (int l = 0; l < prices.length; l++) {
                sum += prices[l] * limits.get(l).most();
            }
            bound = Math.min(bound, sum);
        }
    }

    private void settlePrices() {
        int sweeps = prices.length == 1 ? 1 : SWEEPS;
        for (int sweep = 0; sweep < sweeps; sweep++) {
            for (int l = 0; l < prices.length; l++) {
                settlePrice(l);
            }
        }
    }

    private void settlePrice(int limit) {
        prices[limit] = 0;
        if (fits(limit)) {
            return;
        }
        double low = 0;
        double high = 1e-3;
        prices[limit] = high;
        while (!fits(limit) && high < 1e15) {
            low = high;
            high *= 4;
            prices[limit] = high;
        }
        for (int i = 0; i < HALVINGS && high - low > NOTHING * high; i++) {
            prices[limit] = low + (high - low) / 2;
            if (fits(limit)) {
                high = prices[limit];
            } else {
                low = prices[limit];
            }
        }
        prices[limit] = high;
    }

    private boolean fits(int limit) {
        long asked = 0;
        for (int g : under.get(limit)) {
            asked += use(g, best(g), limit);
        }
        return asked <= limits.get(limit).most();
    }

    private long use(int group, GroupAnswer answer, int limit) {
        return answer.uses()[Arrays.binarySearch(groups.get(group).limits(), limit)];
    }

    private double worth(int group, GroupAnswer answer) {
        return answer.worth(groups.get(group).limits(), prices);
    }

    /** Of a pool, by these prices; the first of equals, which takes less. */
    private GroupAnswer best(int group) {
        var pool = pools.get(group);
        var best = pool.get(0);
        double most = worth(group, best);
        for (int i = 1; i < pool.size(); i++) {
            double worth = worth(group, pool.get(i));
            if (worth > most) {
                most = worth;
                best = pool.get(i);
            }
        }
        return best;
    }

    private void addUse(int group, GroupAnswer answer, int sign) {
        var of = groups.get(group).limits();
        for (int i = 0; i < of.length; i++) {
            used[of[i]] += sign * answer.uses()[i];
        }
    }

    private boolean take(int group, GroupAnswer answer) {
        var of = groups.get(group).limits();
        for (int i = 0; i < of.length; i++) {
            long more = answer.uses()[i] - chosen[group].uses()[i];
            if (more > 0 && used[of[i]] + more > limits.get(of[i]).most()) {
                return false;
            }
        }
        addUse(group, chosen[group], -1);
        addUse(group, answer, 1);
        chosen[group] = answer;
        return true;
    }

    private void goOn() {
        IntStream.range(0, chosen.length)
                .boxed()
                .filter(g -> worth(g, best(g)) > worth(g, chosen[g]))
                .sorted(Comparator.comparingDouble(g -> worth(g, chosen[g]) - worth(g, best(g))))
                .forEach(g -> take(g, best(g)));
    }

    /** A step from what a group has to something better. */
    private record Step(int group, GroupAnswer answer, double rate) {}

    private void fill() {
        boolean moved = true;
        for (int pass = 0; pass < PASSES && moved; pass++) {
            moved = false;
            var steps = new ArrayList<Step>();
            for (int g = 0; g < chosen.length; g++) {
                for (var answer : pools.get(g)) {
                    double gain = answer.value() - chosen[g].value();
                    if (gain > 0) {
                        double cost = gain - worth(g, answer) + worth(g, chosen[g]);
                        steps.add(new Step(g, answer, cost > 0 ? gain / cost : Double.POSITIVE_INFINITY));
                    }
                }
            }
            steps.sort(Comparator.comparingDouble(it -> -it.rate()));
            for (var step : steps) {
                moved |= step.answer().value() > chosen[step.group()].value() && take(step.group(), step.answer());
            }
        }
    }

    private void close() {
        var closed = new GapClosing(groups, limits, prices, gap() + NOTHING * scale(), workers).found();
        if (closed.isPresent()) {
            if (closed.get().value() > value()) {
                System.arraycopy(closed.get().answers(), 0, chosen, 0, chosen.length);
            }
            bound = value();
        }
    }

    private double scale() {
        return 1 + Math.abs(value());
    }

    double gap() {
        return Math.max(0, bound - value());
    }

    double value() {
        double value = 0;
        for (var answer : chosen) {
            value += answer.value();
        }
        return value;
    }

    double bound() {
        return Math.max(bound, value());
    }

    /** Of each group. */
    GroupAnswer[] chosen() {
        return chosen;
    }

    /** What one more of a limit would bring at the margin. */
    double price(int limit) {
        return prices[limit];
    }
}
