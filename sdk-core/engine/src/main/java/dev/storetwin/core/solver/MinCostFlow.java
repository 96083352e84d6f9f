package dev.storetwin.core.solver;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The cheapest way to bring units from where they are to where they are needed.
 *
 * <p>Supplies between bounds are made exact by one more node, the outside, which gives or takes the difference for nothing. The answer is
 * whole, exact, and the same on each run.
 */
public final class MinCostFlow {

    private final FlowNetwork network;
    private final int outside;
    private final int arcs;
    private final int[] from;
    private final int[] to;
    private final long[] capacity;
    private final long[] cost;
    private final long[] supply;

    private MinCostFlow(FlowNetwork network) {
        this.network = network;
        this.outside = network.nodes();
        int room = network.lanes() + 2 * network.nodes() + 1;
        from = new int[room];
        to = new int[room];
        capacity = new long[room];
        cost = new long[room];
        supply = new long[network.nodes() + 1];
        arcs = fill();
    }

    /**
     * Solves a network.
     *
     * @throws IllegalArgumentException when its numbers are so large that they cannot be added up in 64 bits
     */
    public static FlowAnswer solve(FlowNetwork network) {
        return new MinCostFlow(network).solve();
    }

    private int fill() {
        int count = network.lanes();
        for (int lane = 0; lane < count; lane++) {
            from[lane] = network.from(lane);
            to[lane] = network.to(lane);
            capacity[lane] = network.capacity(lane);
            cost[lane] = network.cost(lane);
        }
        long sum = 0;
        for (int node = 0; node < outside; node++) {
            long least = network.least(node);
            long slack = network.most(node) - least;
            supply[node] = least;
            sum = added(sum, Math.abs(least));
            supply[outside] -= least;
            if (slack > 0) {
                from[count] = outside;
                to[count] = node;
                capacity[count++] = slack;
            }
        }
        return count;
    }

    private static long added(long sum, long more) {
        if (sum + more > FlowNetwork.UNLIMITED) {
            throw new IllegalArgumentException(
                    "All supplies together are above FlowNetwork.UNLIMITED.\nMaybe count in larger units.");
        }
        return sum + more;
    }

    private FlowAnswer solve() {
        var simplex = new NetworkSimplex(arcs, from, to, capacity, cost, supply, dear());
        simplex.run();
        for (int node = 0; node <= outside; node++) {
            if (supply[node] < 0 && simplex.unsettled(node) > 0) {
                return infeasible(simplex);
            }
        }
        return optimal(simplex);
    }

    /** More than any path through all nodes can cost. */
    private long dear() {
        long most = 0;
        for (int lane = 0; lane < network.lanes(); lane++) {
            most = Math.max(most, Math.abs(cost[lane]));
        }
        long limit = Long.MAX_VALUE / 8 / (outside + 2);
        if (most > limit) {
            throw new IllegalArgumentException(
                    "With %d nodes a unit may cost at most %d on a lane, not %d.\nMaybe scale costs to fewer digits."
                            .formatted(outside, limit, most));
        }
        return most * (outside + 1) + 1;
    }

    private FlowAnswer optimal(NetworkSimplex simplex) {
        var flows = new ArrayList<Long>(network.lanes());
        var total = BigInteger.ZERO;
        for (int lane = 0; lane < network.lanes(); lane++) {
            long units = simplex.flow(lane);
            flows.add(units);
            total = units == 0 ? total : total.add(BigInteger.valueOf(units).multiply(BigInteger.valueOf(cost[lane])));
        }
        var potentials = new ArrayList<Long>(outside);
        for (int node = 0; node < outside; node++) {
            potentials.add(simplex.potential(node) - simplex.potential(outside));
        }
        return new FlowAnswer.Optimal(flows, potentials, total);
    }

    /**
     * The nodes from which more flow could still reach one that lacks some are cut off from all others: what leads to them is full. When the outside
     * is among them, it lacks units that others cannot get rid of, and those are the cut.
     */
    private FlowAnswer infeasible(NetworkSimplex simplex) {
        var lacking = new BitSet();
        var abounding = new BitSet();
        for (int node = 0; node <= outside; node++) {
            if (simplex.unsettled(node) > 0) {
                (supply[node] < 0 ? lacking : abounding).set(node);
            }
        }
        var needy = reach(simplex, lacking, false);
        return needy.get(outside) ? surplus(reach(simplex, abounding, true)) : shortage(needy);
    }

    private FlowAnswer shortage(BitSet cut) {
        long needs = 0;
        for (int node : nodes(cut)) {
            needs -= network.most(node);
        }
        return new FlowAnswer.Infeasible(nodes(cut), true, needs, crossing(cut, true));
    }

    private FlowAnswer surplus(BitSet cut) {
        long gives = 0;
        for (int node : nodes(cut)) {
            gives += network.least(node);
        }
        return new FlowAnswer.Infeasible(nodes(cut), false, gives, crossing(cut, false));
    }

    private static List<Integer> nodes(BitSet cut) {
        return cut.stream().boxed().toList();
    }

    private long crossing(BitSet cut, boolean inwards) {
        long units = 0;
        for (int lane = 0; lane < network.lanes(); lane++) {
            if (cut.get(from[lane]) != inwards && cut.get(to[lane]) == inwards) {
                units = Math.min(FlowNetwork.UNLIMITED, units + capacity[lane]);
            }
        }
        return units;
    }

    /** Where units could still be sent to from some nodes, or to them from where. */
    private BitSet reach(NetworkSimplex simplex, BitSet start, boolean forwards) {
        var reached = (BitSet) start.clone();
        for (boolean grows = true; grows; ) {
            grows = false;
            for (int arc = 0; arc < arcs; arc++) {
                int near = forwards ? from[arc] : to[arc];
                int far = forwards ? to[arc] : from[arc];
                boolean onwards = reached.get(near) && !reached.get(far) && simplex.flow(arc) < capacity[arc];
                boolean back = reached.get(far) && !reached.get(near) && simplex.flow(arc) > 0;
                if (onwards || back) {
                    reached.set(near);
                    reached.set(far);
                    grows = true;
                }
            }
        }
        return reached;
    }
}
