package dev.storetwin.core.pricing.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds all ways to price a group that may be part of the best plan: those whose worth is close to the best. Of ways that take the same of the limits,
 * the most valuable.
 *
 * <p>How it works. Prices are set one after the other, joints first. A beginning is given up when it breaks a tie, or when even the best of all further
 * prices, each for itself, does not bring it close.
 */
final class NearAnswers {

    private final GroupOptimum optimum;
    private final double[][] weights;
    private final int[] order;
    private final List<List<PriceGroup.Bound>> closing = new ArrayList<>();
    private final double[] ahead;
    private final int[] rungs;
    private final Map<long[], GroupAnswer> found = new TreeMap<>(Arrays::compare);
    private final double least;
    private int left;

    /**
     * @param weights of each rung of each member
     * @param least   worth that is close enough
     * @param most    beginnings to look at
     */
    NearAnswers(GroupOptimum optimum, double[][] weights, double least, int most) {
        this.optimum = optimum;
        this.weights = weights;
        this.left = most;
        this.rungs = new int[weights.length];
        this.order = order(optimum.group());
        var rank = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
            closing.add(new ArrayList<>());
        }
        optimum.bounds().forEach(it -> closing.get(Math.max(rank[it.low()], rank[it.high()]))
                .add(it));
        this.ahead = new double[order.length + 1];
        for (int i = order.length - 1; i >= 0; i--) {
            ahead[i] = ahead[i + 1] + best(order[i]);
        }
        this.least = least;
    }

    private static int[] order(PriceGroup group) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < group.size(); i++) {
            order.add(group.member(i).isJoint() ? 0 : order.size(), i);
        }
        return order.stream().mapToInt(it -> it).toArray();
    }

    private double best(int member) {
        return optimum.domains()[member].stream()
                .mapToDouble(it -> weights[member][it])
                .max()
                .orElse(0);
    }

    List<GroupAnswer> found() {
        look(0, 0);
        return left > 0 ? List.copyOf(found.values()) : List.of();
    }

    private void look(int at, double worth) {
        if (left <= 0 || worth + ahead[at] < least) {
            return;
        }
        left--;
        if (at == order.length) {
            var answer = optimum.answer(rungs.clone());
            found.merge(answer.uses(), answer, (one, other) -> other.value() > one.value() ? other : one);
            return;
        }
        int member = order[at];
        var domain = optimum.domains()[member];
        for (int rung = domain.nextSetBit(0); rung >= 0; rung = domain.nextSetBit(rung + 1)) {
            rungs[member] = rung;
            if (holds(closing.get(at))) {
                look(at + 1, worth + weights[member][rung]);
            }
        }
    }

    private boolean holds(List<PriceGroup.Bound> bounds) {
        for (var bound : bounds) {
            if (rungs[bound.low()] > bound.most()[rungs[bound.high()]]) {
                return false;
            }
        }
        return true;
    }
}
