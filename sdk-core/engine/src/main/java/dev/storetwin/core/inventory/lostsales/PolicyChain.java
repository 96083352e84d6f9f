package dev.storetwin.core.inventory.lostsales;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All pipelines that a policy can get into from an empty one, as a Markov chain, and its exact cost per period.
 *
 * <p>Cost of the periods ahead is grown period by period until the smallest and the largest growth over all pipelines, between which
 * the cost per period lies (Odoni 1969), are as good as equal. Pipelines that differ only in the stock on the shelf are kept together,
 * since demand leads from one of them to neighbours.
 */
final class PolicyChain {

    private static final double STANDING_STILL = .1;
    private static final double PRECISION = 1e-7;
    private static final int MOST_PERIODS = 100_000;
    private static final int MOST_ON_HAND = 10_000_000;
    private static final int UNSEEN = -1;

    private final LostSalesCase shelf;
    private final LostSalesPolicy policy;
    private final int mostOnHand;
    private final Map<List<Integer>, Group> byArrivals = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final Deque<Place> open = new ArrayDeque<>();
    private double[] probabilities = {};
    private double[] atLeast = {};
    private double[] periodCost = {};
    private int size;
    private int highest;

    /** Pipelines with the same arrivals: the policy's order and the group after it, by stock on the shelf. */
    private static final class Group {

        private final int[] arrivals;
        private int[] orders = {};
        private Group[] next = {};
        private double[] cost = {};
        private double[] grown = {};

        Group(int[] arrivals) {
            this.arrivals = arrivals;
        }

        boolean sees(int onHand) {
            return onHand < orders.length && orders[onHand] != UNSEEN;
        }

        void see(int onHand) {
            int known = orders.length;
            if (onHand >= known) {
                orders = Arrays.copyOf(orders, onHand + 1);
                Arrays.fill(orders, known, orders.length, UNSEEN);
                next = Arrays.copyOf(next, onHand + 1);
            }
            orders[onHand] = 0;
        }
    }

    private record Place(Group group, int onHand) {}

    private PolicyChain(LostSalesCase shelf, LostSalesPolicy policy, int mostOnHand) {
        this.shelf = shelf;
        this.policy = policy;
        this.mostOnHand = mostOnHand;
    }

    /**
     * Exact cost of a policy, or nothing if it can get into too many pipelines.
     *
     * @param mostOnHand   stock above this is as good as this
     * @param mostPipelines how many are looked at
     */
    static Optional<PolicyCost> cost(LostSalesCase shelf, LostSalesPolicy policy, int mostOnHand, int mostPipelines) {
        var chain = new PolicyChain(shelf, policy, mostOnHand);
        return chain.explore(mostPipelines) ? Optional.of(chain.settle()) : Optional.empty();
    }

    private boolean explore(int mostPipelines) {
        see(group(new int[shelf.pipelineLength() - 1]), 0);
        while (!open.isEmpty()) {
            follow(open.removeLast());
            if (size > mostPipelines || highest > mostPipelines) {
                return false;
            }
        }
        return true;
    }

    private Group group(int[] arrivals) {
        return byArrivals.computeIfAbsent(Arrays.stream(arrivals).boxed().toList(), key -> {
            var group = new Group(arrivals);
            groups.add(group);
            return group;
        });
    }

    /** Stock is kept by its number, so one that is too high is not kept: {@link #explore} gives up. */
    private void see(Group group, int onHand) {
        highest = Math.max(highest, onHand);
        if (onHand <= MOST_ON_HAND && !group.sees(onHand)) {
            group.see(onHand);
            open.add(new Place(group, onHand));
            size++;
        }
    }

    private void follow(Place place) {
        int[] arrivals = place.group().arrivals;
        int[] pipeline = new int[arrivals.length + 1];
        pipeline[0] = place.onHand();
        System.arraycopy(arrivals, 0, pipeline, 1, arrivals.length);
        int order = order(pipeline);
        place.group().orders[place.onHand()] = order;
        int[] later = Arrays.copyOf(pipeline, pipeline.length + 1);
        later[pipeline.length] = order;
        var next = group(Arrays.copyOfRange(later, 2, Math.max(2, later.length)));
        place.group().next[place.onHand()] = next;
        int arrival = arrival(place.group(), place.onHand());
        int ready = ready(place.onHand(), order);
        for (int left = Math.max(0, ready - shelf.demand().last()); left <= ready; left++) {
            see(next, Math.min(mostOnHand, left + arrival));
        }
    }

    private int order(int[] pipeline) {
        int order = policy.order(pipeline);
        if (order < 0) {
            throw new IllegalStateException("The policy %s orders %d for the pipeline %s: less than nothing."
                    .formatted(policy, order, Arrays.toString(pipeline)));
        }
        return order;
    }

    /** What demand finds: without a lead time, the order too. */
    private int ready(int onHand, int order) {
        return shelf.leadTime() == 0 ? onHand + order : onHand;
    }

    private int arrival(Group group, int onHand) {
        return switch (shelf.leadTime()) {
            case 0 -> 0;
            case 1 -> group.orders[onHand];
            default -> group.arrivals[0];
        };
    }

    private PolicyCost settle() {
        prepare();
        for (int i = 0; ; i++) {
            var bounds = sweep();
            if (bounds.error() <= PRECISION * (bounds.cost() + shelf.holdingCost()) || i == MOST_PERIODS) {
                return bounds;
            }
        }
    }

    private void prepare() {
        int most = 0;
        for (var group : groups) {
            group.cost = new double[group.orders.length];
            group.grown = new double[group.orders.length];
            for (int onHand = 0; onHand < group.orders.length; onHand++) {
                most = group.sees(onHand) ? Math.max(most, ready(onHand, group.orders[onHand])) : most;
            }
        }
        probabilities = new double[most + 1];
        Arrays.setAll(probabilities, shelf.demand()::probability);
        atLeast = new double[most + 1];
        Arrays.setAll(atLeast, units -> units == 0 ? 1 : 1 - shelf.demand().cumulative(units - 1));
        periodCost = new double[most + 1];
        Arrays.setAll(periodCost, shelf::periodCost);
    }

    private PolicyCost sweep() {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double empty = groups.get(0).cost[0];
        for (var group : groups) {
            for (int onHand = 0; onHand < group.orders.length; onHand++) {
                if (group.orders[onHand] == UNSEEN) {
                    continue;
                }
                int ready = ready(onHand, group.orders[onHand]);
                double value = periodCost[ready] + ahead(group.next[onHand].cost, ready, arrival(group, onHand));
                double now = group.cost[onHand];
                lowest = Math.min(lowest, value - now);
                highest = Math.max(highest, value - now);
                group.grown[onHand] = STANDING_STILL * now + (1 - STANDING_STILL) * value - empty;
            }
        }
        for (var group : groups) {
            double[] before = group.cost;
            group.cost = group.grown;
            group.grown = before;
        }
        return new PolicyCost((lowest + highest) / 2, (highest - lowest) / 2, PolicyCost.Kind.EXACT);
    }

    private double ahead(double[] cost, int ready, int arrival) {
        double sum = 0;
        int from = Math.max(1, ready - shelf.demand().last());
        for (int left = from; left <= ready; left++) {
            sum += probabilities[ready - left] * cost[Math.min(mostOnHand, left + arrival)];
        }
        return atLeast[ready] > 0 ? sum + atLeast[ready] * cost[Math.min(mostOnHand, arrival)] : sum;
    }
}
