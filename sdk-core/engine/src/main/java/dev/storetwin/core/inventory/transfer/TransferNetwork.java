package dev.storetwin.core.inventory.transfer;

import dev.storetwin.core.solver.FlowAnswer;
import dev.storetwin.core.solver.FlowNetwork;
import dev.storetwin.core.solver.MinCostFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongToDoubleFunction;

/**
 * Rebalancing as a flow.
 *
 * <p>Units go in a ring: from the hub to a place that gives, at what it loses by each; over a way to a place that gets, at what the way costs;
 * and back to the hub, at what the place gains by each. A place to which ways of several lead times go has a stop for each of
 * them: what comes early passes through the stops of later days, at what it gains by being early. That is exact for a place
 * that is reached in one lead time alone, and near it for others.
 */
final class TransferNetwork {

    private static final int HUB = 0;

    /** Costs are counted in so many parts of the largest one. */
    private static final double RESOLUTION = 0x1p38;

    private final List<Place> places;
    private final List<Way> ways;
    private final double step;
    private final List<Arc> arcs = new ArrayList<>();
    private final int[] arcOfWay;
    private final double scale;
    private final FlowAnswer.Optimal flow;
    private int nodes = 1;

    private record Arc(int from, int to, long capacity, double cost) {}

    TransferNetwork(List<Place> places, List<Way> ways, double step) {
        this.places = places;
        this.ways = ways;
        this.step = step;
        this.arcOfWay = new int[ways.size()];
        var giving = new int[places.size()];
        var stops = new ArrayList<Map<Integer, Integer>>();
        for (int place = 0; place < places.size(); place++) {
            giving[place] = addGiving(place);
            stops.add(addStops(place));
        }
        for (int way = 0; way < ways.size(); way++) {
            var its = ways.get(way);
            arcOfWay[way] = arcs.size();
            int stop = stops.get(its.to()).getOrDefault(its.days(), HUB);
            arcs.add(new Arc(giving[its.from()], stop, stop == HUB ? 0 : its.capacity(), its.stepCost()));
        }
        scale = scale();
        flow = solved(scale);
    }

    private int addGiving(int place) {
        var its = places.get(place);
        int node = nodes++;
        var nothing = new double[its.futures().days()];
        connect(HUB, node, steps -> its.futures().cost(step * steps, nothing), its.givable());
        return node;
    }

    /** One for each lead time in which the place can be reached, by days. */
    private Map<Integer, Integer> addStops(int place) {
        var stops = new TreeMap<Integer, Integer>();
        ways.stream().filter(it -> it.to() == place && it.capacity() > 0).forEach(it -> stops.put(it.days(), HUB));
        if (stops.isEmpty()) {
            return stops;
        }
        var days = List.copyOf(stops.keySet());
        int first = nodes;
        nodes += days.size();
        long most = useful(place, days.get(0));
        for (int i = 0; i < days.size(); i++) {
            stops.put(days.get(i), first + i);
            var arriving = cost(place, days.get(i));
            if (i + 1 == days.size()) {
                connect(first + i, HUB, arriving, most);
            } else {
                var later = cost(place, days.get(i + 1));
                connect(first + i, first + i + 1, it -> arriving.applyAsDouble(it) - later.applyAsDouble(it), most);
            }
        }
        return stops;
    }

    private LongToDoubleFunction cost(int place, int day) {
        var futures = places.get(place).futures();
        return steps -> {
            var coming = new double[futures.days()];
            coming[day] = step * steps;
            return futures.cost(0, coming);
        };
    }

    /** Beyond so many steps a place loses more by each than any other is relieved by it. */
    private long useful(int place, int day) {
        double relief = 0;
        for (int other = 0; other < places.size(); other++) {
            relief = other == place ? relief : Math.max(relief, relief(other));
        }
        double most = relief;
        var cost = cost(place, day);
        return FewestSteps.best(
                it -> cost.applyAsDouble(it) - most * it, places.get(place).owed(step), takeable(place));
    }

    /** What a place saves by the first step that leaves it, the one that is most in the way. */
    private double relief(int place) {
        var its = places.get(place);
        var nothing = new double[its.futures().days()];
        return its.givable() == 0
                ? 0
                : its.futures().cost(0, nothing) - its.futures().cost(step, nothing);
    }

    /** No more than all others can give. */
    private long takeable(int place) {
        long givable = 0;
        for (int other = 0; other < places.size(); other++) {
            givable += other == place ? 0 : places.get(other).givable();
        }
        return Math.min(places.get(place).takeable(), givable);
    }

    private void connect(int from, int to, LongToDoubleFunction cost, long most) {
        for (var piece : Slopes.of(cost, most)) {
            arcs.add(new Arc(from, to, piece.steps(), piece.each()));
        }
    }

    /** In whole numbers. A way costs a hair more than nothing, so that nothing moves for nothing. */
    private FlowNetwork network(double scale) {
        var network = new FlowNetwork(nodes);
        int firstWay = arcs.size() - ways.size();
        for (int arc = 0; arc < arcs.size(); arc++) {
            var its = arcs.get(arc);
            long cost = Math.round(its.cost() * scale) + (arc >= firstWay ? 1 : 0);
            network.addLane(its.from(), its.to(), its.capacity(), cost);
        }
        return network;
    }

    private double scale() {
        double largest =
                arcs.stream().mapToDouble(it -> Math.abs(it.cost())).max().orElse(0);
        return largest > 0 ? Math.scalb(1.0, Math.getExponent(RESOLUTION / largest)) : 1;
    }

    private FlowAnswer.Optimal solved(double scale) {
        // Nothing has to be moved, so that there always is a flow.
        return (FlowAnswer.Optimal) MinCostFlow.solve(network(scale));
    }

    /** The best moves. */
    Moves moves() {
        var moves = new Moves(places, ways, step);
        for (int way = 0; way < ways.size(); way++) {
            moves = moves.with(way, flow.flows().get(arcOfWay[way]));
        }
        return moves;
    }

    /** What the best moves cost more than none. */
    double cost() {
        return flow.cost().doubleValue() / scale;
    }
}
