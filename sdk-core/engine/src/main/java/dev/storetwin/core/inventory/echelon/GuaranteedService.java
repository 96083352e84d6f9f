package dev.storetwin.core.inventory.echelon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a tree of suppliers holds its safety stock at the least cost (Graves and Willems 2000, "Optimizing strategic safety stock
 * placement in supply chains").
 *
 * <p>Any node is the root. From the leaves to it, every node works out what its branch costs: as a function of the time that it promises,
 * if the next node towards the root buys from it; as a function of the time that it is promised, if the next node sells to it.
 * The cost of a node alone is concave in these times, so the best ones are multiples of a time of which all given times are
 * multiples (Simpson 1958), and a table over those multiples leaves nothing out.
 */
public final class GuaranteedService {

    private static final int FINEST_SHARE = 1000;
    private static final int MOST_TIMES = 5_000;
    private static final int ROOT = -1;
    private static final int UNSEEN = -2;
    private static final double ROUNDING = 1e-9;

    private final ServiceTree tree;
    private final int[] processing;
    private final int[] supply;
    private final int[] longestInbound;
    private final int[] longestService;
    private final double[] holding;
    private final double unit;
    private final int[] parent;
    private final double[][] branch;

    private GuaranteedService(ServiceTree tree) {
        this.tree = tree;
        var nodes = tree.nodes();
        this.unit = unit(nodes);
        this.processing =
                nodes.stream().mapToInt(it -> steps(it.processingTime())).toArray();
        this.supply = nodes.stream().mapToInt(it -> steps(it.supplyTime())).toArray();
        this.longestInbound =
                Arrays.stream(tree.longestInbound()).mapToInt(this::steps).toArray();
        this.longestService = new int[nodes.size()];
        Arrays.setAll(
                longestService,
                i -> steps(Math.min(nodes.get(i).promise(), (longestInbound[i] + processing[i]) * unit)));
        double[] deviations = tree.deviations();
        this.holding = new double[nodes.size()];
        Arrays.setAll(
                holding,
                i -> nodes.get(i).holdingCost() * nodes.get(i).safetyFactor() * deviations[i] * Math.sqrt(unit));
        this.parent = new int[nodes.size()];
        this.branch = new double[nodes.size()][];
    }

    /** Service times of the least cost; among equals the shorter ones. */
    public static ServicePlan solve(ServiceTree tree) {
        return new GuaranteedService(tree).solve();
    }

    private ServicePlan solve() {
        var order = fromTheRoots();
        for (int i = order.size() - 1; i >= 0; i--) {
            branch[order.get(i)] = branch(order.get(i));
        }
        int[] service = new int[order.size()];
        int[] inbound = new int[order.size()];
        for (int node : order) {
            choose(node, service, inbound);
        }
        hurry(service);
        Map<String, Double> times = new HashMap<>();
        for (int node : order) {
            var told = tree.nodes().get(node);
            times.put(told.name(), Math.min(told.promise(), service[node] * unit));
        }
        return tree.evaluate(times);
    }

    /** Where a node may as well serve sooner, it does: none waits for what it already has. */
    private void hurry(int[] service) {
        for (int node : tree.downstream()) {
            int ready = supply[node];
            for (int supplier : tree.suppliersOf(node)) {
                ready = Math.max(ready, service[supplier]);
            }
            service[node] = Math.min(service[node], ready + processing[node]);
        }
    }

    private List<Integer> fromTheRoots() {
        Arrays.fill(parent, UNSEEN);
        var order = new ArrayList<Integer>();
        int next = 0;
        for (int root = 0; root < parent.length; root++) {
            if (parent[root] == UNSEEN) {
                parent[root] = ROOT;
                order.add(root);
            }
            while (next < order.size()) {
                int node = order.get(next++);
                adopt(node, tree.suppliersOf(node), order);
                adopt(node, tree.customersOf(node), order);
            }
        }
        return order;
    }

    private void adopt(int node, List<Integer> neighbours, List<Integer> order) {
        for (int neighbour : neighbours) {
            if (parent[neighbour] == UNSEEN) {
                parent[neighbour] = node;
                order.add(neighbour);
            }
        }
    }

    private boolean sellsToParent(int node) {
        return parent[node] != ROOT && tree.customersOf(node).contains(parent[node]);
    }

    /**
     * Cost of a branch: by the longest service time that its node may promise, if the parent buys from it, and otherwise by the
     * longest time that the parent promises to the node.
     */
    private double[] branch(int node) {
        var outer = new Outer(node);
        if (sellsToParent(node)) {
            double[] cost = new double[longestService[node] + 1];
            for (int service = 0; service < cost.length; service++) {
                double best = outer.cheapest(service, outer.bestInbound(service));
                cost[service] = service > 0 ? Math.min(best, cost[service - 1]) : best;
            }
            return cost;
        }
        double[] cost = new double[longestInbound[node] + 1];
        for (int inbound = cost.length - 1; inbound >= 0; inbound--) {
            double best = inbound < supply[node]
                    ? Double.POSITIVE_INFINITY
                    : outer.cheapest(outer.bestService(inbound), inbound);
            cost[inbound] = inbound + 1 < cost.length ? Math.min(best, cost[inbound + 1]) : best;
        }
        return cost;
    }

    /** The times of a node, once its parent's are known: those that its branch's cost stands for. */
    private void choose(int node, int[] service, int[] inbound) {
        var outer = new Outer(node);
        int boss = parent[node];
        if (sellsToParent(node)) {
            int longest = Math.min(inbound[boss], longestService[node]);
            service[node] = first(branch[node], 0, branch[node][longest]);
            inbound[node] = outer.bestInbound(service[node]);
        } else {
            int promised = boss == ROOT ? 0 : service[boss];
            inbound[node] = last(branch[node], branch[node][promised]);
            service[node] = outer.bestService(inbound[node]);
        }
    }

    private static int first(double[] values, int from, double value) {
        int at = from;
        while (values[at] != value) {
            at++;
        }
        return at;
    }

    private static int last(double[] values, double value) {
        int at = values.length - 1;
        while (values[at] != value) {
            at--;
        }
        return at;
    }

    /** A node and its neighbours away from the root: what they cost given the node's times. */
    private final class Outer {

        private final int node;
        private final double[] supplying;
        private final double[] buying;

        Outer(int node) {
            this.node = node;
            this.supplying = new double[longestInbound[node] + 1];
            this.buying = new double[longestService[node] + 1];
            for (int supplier : tree.suppliersOf(node)) {
                for (int time = 0; supplier != parent[node] && time < supplying.length; time++) {
                    supplying[time] += branch[supplier][Math.min(time, branch[supplier].length - 1)];
                }
            }
            for (int customer : tree.customersOf(node)) {
                for (int time = 0; customer != parent[node] && time < buying.length; time++) {
                    buying[time] += branch[customer][time];
                }
            }
        }

        double cheapest(int service, int inbound) {
            int net = inbound + processing[node] - service;
            return net < 0
                    ? Double.POSITIVE_INFINITY
                    : holding[node] * Math.sqrt(net) + supplying[inbound] + buying[service];
        }

        int bestInbound(int service) {
            int best = Math.max(supply[node], Math.max(0, service - processing[node]));
            for (int inbound = best + 1; inbound <= longestInbound[node]; inbound++) {
                best = cheapest(service, inbound) < cheapest(service, best) ? inbound : best;
            }
            return best;
        }

        int bestService(int inbound) {
            int best = 0;
            for (int service = 1; service <= Math.min(longestService[node], inbound + processing[node]); service++) {
                best = cheapest(service, inbound) < cheapest(best, inbound) ? service : best;
            }
            return best;
        }
    }

    /** The longest time of which all times are multiples, down to a thousandth. */
    private static double unit(List<ServiceNode> nodes) {
        double[] times = nodes.stream()
                .flatMapToDouble(it -> Arrays.stream(new double[] {it.processingTime(), it.supplyTime(), it.promise()}))
                .filter(it -> it < Double.MAX_VALUE)
                .toArray();
        for (int share = 1; share <= FINEST_SHARE; share++) {
            int parts = share;
            if (Arrays.stream(times).allMatch(it -> isWhole(it * parts))) {
                return 1. / share;
            }
        }
        throw new IllegalArgumentException("""
                The times of the tree are no multiples of a common time of at least a thousandth.
                Maybe they can be rounded to tenths, or told in a smaller unit.""");
    }

    private static boolean isWhole(double value) {
        return Math.abs(value - Math.rint(value)) <= ROUNDING * Math.max(1, value);
    }

    private int steps(double time) {
        double steps = Math.rint(time / unit);
        if (steps > MOST_TIMES) {
            throw new IllegalArgumentException("""
                    A time of %s is more than %d times the unit %s that all times are multiples of.
                    Maybe times can be told in days instead of hours.""".formatted(time, MOST_TIMES, unit));
        }
        return (int) steps;
    }
}
