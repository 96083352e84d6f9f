package dev.storetwin.core.inventory.echelon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Nodes and lanes without cycles, whichever way the lanes point: several suppliers of one node, several customers of one node, or
 * both. Parts that no lane connects are trees of their own.
 */
public final class ServiceTree {

    private final List<ServiceNode> nodes;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<List<Integer>> suppliers;
    private final List<List<Integer>> customers;

    private ServiceTree(List<ServiceNode> nodes, List<ServiceLane> lanes) {
        this.nodes = List.copyOf(nodes);
        this.suppliers = lists(nodes.size());
        this.customers = lists(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            if (places.put(nodes.get(i).name(), i) != null) {
                throw new IllegalArgumentException(
                        "Two nodes are named %s.".formatted(nodes.get(i).name()));
            }
        }
        int[] group = IntStream.range(0, nodes.size()).toArray();
        for (var lane : lanes) {
            connect(lane, group);
        }
    }

    /** A tree; it fails on unknown names and on lanes that close a cycle. */
    public static ServiceTree of(List<ServiceNode> nodes, List<ServiceLane> lanes) {
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("A tree needs at least one node.");
        }
        return new ServiceTree(nodes, lanes);
    }

    private static List<List<Integer>> lists(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> (List<Integer>) new ArrayList<Integer>())
                .toList();
    }

    private void connect(ServiceLane lane, int[] group) {
        int from = place(lane.from());
        int to = place(lane.to());
        int one = root(group, from);
        int other = root(group, to);
        if (one == other) {
            throw new IllegalArgumentException("""
                    The lane from %s to %s closes a cycle; guaranteed service is computed on trees only.
                    Maybe two ways between the same nodes can be seen as one.""".formatted(lane.from(), lane.to()));
        }
        group[one] = other;
        customers.get(from).add(to);
        suppliers.get(to).add(from);
    }

    private static int root(int[] group, int place) {
        int at = place;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }

    private int place(String name) {
        var place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("""
                    A lane names the node %s, which the tree does not have.
                    Maybe the name is spelt otherwise there.""".formatted(name));
        }
        return place;
    }

    public List<ServiceNode> nodes() {
        return nodes;
    }

    List<Integer> suppliersOf(int node) {
        return suppliers.get(node);
    }

    List<Integer> customersOf(int node) {
        return customers.get(node);
    }

    /** Nodes such that each stands after all its suppliers. */
    List<Integer> downstream() {
        int[] open = suppliers.stream().mapToInt(List::size).toArray();
        var order = new ArrayList<Integer>();
        for (int i = 0; i < open.length; i++) {
            if (open[i] == 0) {
                order.add(i);
            }
        }
        for (int i = 0; i < order.size(); i++) {
            for (int customer : customers.get(order.get(i))) {
                if (--open[customer] == 0) {
                    order.add(customer);
                }
            }
        }
        return order;
    }

    /** Standard deviation of the demand that reaches each node, its own and that of all customers after it. */
    double[] deviations() {
        var order = downstream();
        double[] variance = nodes.stream()
                .mapToDouble(it -> it.deviation() * it.deviation())
                .toArray();
        for (int i = order.size() - 1; i >= 0; i--) {
            for (int customer : customers.get(order.get(i))) {
                variance[order.get(i)] += variance[customer];
            }
        }
        return Arrays.stream(variance).map(Math::sqrt).toArray();
    }

    /** The longest time after which each node has all it needs, if nobody held stock. */
    double[] longestInbound() {
        double[] inbound = new double[nodes.size()];
        for (int node : downstream()) {
            inbound[node] = nodes.get(node).supplyTime();
            for (int supplier : suppliers.get(node)) {
                double served = inbound[supplier] + nodes.get(supplier).processingTime();
                inbound[node] = Math.max(
                        inbound[node], Math.min(served, nodes.get(supplier).promise()));
            }
        }
        return inbound;
    }

    /**
     * What service times cost.
     *
     * @param serviceTimes by the name of every node
     */
    public ServicePlan evaluate(Map<String, Double> serviceTimes) {
        double[] deviations = deviations();
        double[] promised = new double[nodes.size()];
        Arrays.setAll(promised, i -> promised(nodes.get(i), serviceTimes));
        var plans = new ArrayList<ServicePlan.NodePlan>();
        for (int i = 0; i < promised.length; i++) {
            plans.add(plan(i, promised, deviations[i]));
        }
        return new ServicePlan(
                plans, plans.stream().mapToDouble(ServicePlan.NodePlan::cost).sum());
    }

    private static double promised(ServiceNode node, Map<String, Double> serviceTimes) {
        var time = serviceTimes.get(node.name());
        if (time == null) {
            throw new IllegalArgumentException("No service time was given for node %s.".formatted(node.name()));
        }
        if (!(time >= 0 && time <= node.promise())) {
            throw new IllegalArgumentException("The service time (%s) of node %s must be from 0 to its promise (%s)."
                    .formatted(time, node.name(), node.promise()));
        }
        return time;
    }

    private ServicePlan.NodePlan plan(int place, double[] promised, double deviation) {
        var node = nodes.get(place);
        double inbound = node.supplyTime();
        for (int supplier : suppliers.get(place)) {
            inbound = Math.max(inbound, promised[supplier]);
        }
        double net = inbound + node.processingTime() - promised[place];
        if (net < -1e-9) {
            throw new IllegalArgumentException(
                    """
                    Node %s promises %s but needs only %s from order to delivery.
                    Maybe its service time can be shorter for nothing.""".formatted(node.name(), promised[place], inbound + node.processingTime()));
        }
        double stock = node.safetyFactor() * deviation * Math.sqrt(Math.max(0, net));
        return new ServicePlan.NodePlan(
                node.name(), promised[place], inbound, Math.max(0, net), stock, node.holdingCost() * stock);
    }
}
