package dev.storetwin.benchmarks.inventory;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.core.solver.FlowAnswer;
import dev.storetwin.core.solver.FlowNetwork;
import dev.storetwin.core.solver.MinCostFlow;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the cheapest flow through large networks takes, in CPU time: kinds of networks and ranges of costs, each with several draws, the very
 * first of them in a JVM that has not run the method before.
 *
 * <p>Arguments: nodes and lanes, such as 2000 20000; then how many draws of each kind.
 */
public final class FlowSpeed {

    private static final List<Long> COSTS = List.of(100L, 10_000L, 1_000_000L, 1_000_000_000_000L);

    private final int nodes;
    private final int lanes;
    private final int draws;

    private FlowSpeed(int nodes, int lanes, int draws) {
        this.nodes = nodes;
        this.lanes = lanes;
        this.draws = draws;
    }

    public static void main(String[] args) {
        new FlowSpeed(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2])).run();
    }

    /** Where lanes go, and how much room they have. */
    private enum Kind {
        SPREAD,
        TIGHT,
        TWO_SIDED,
        GRID
    }

    private void run() {
        System.out.printf("%d nodes, %d lanes, ms of CPU over %d draws%n", nodes, lanes, draws);
        for (var kind : Kind.values()) {
            for (long cost : COSTS) {
                var millis = new double[draws];
                for (int draw = 0; draw < draws; draw++) {
                    millis[draw] = millis(network(kind, cost, draw));
                }
                double first = millis[0];
                Arrays.sort(millis);
                System.out.printf(
                        Locale.ROOT,
                        "%-10s costs to %-14d first %6.1f  median %6.1f  worst %6.1f%n",
                        kind,
                        cost,
                        first,
                        millis[draws / 2],
                        millis[draws - 1]);
            }
        }
    }

    private static double millis(FlowNetwork network) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        var answer = MinCostFlow.solve(network);
        double millis = (threads.getCurrentThreadCpuTime() - start) / 1e6;
        if (!(answer instanceof FlowAnswer.Optimal)) {
            throw new IllegalStateException("No flow: " + ((FlowAnswer.Infeasible) answer).describe());
        }
        return millis;
    }

    /** A ring of dear and wide lanes sees to it that there is a flow. */
    private FlowNetwork network(Kind kind, long cost, int number) {
        var draw = Draws.of(number).keyed("flow-speed", kind + "/" + cost, 0);
        var network = new FlowNetwork(nodes);
        for (int node = 0; node < nodes; node++) {
            network.addLane(node, (node + 1) % nodes, FlowNetwork.UNLIMITED, cost);
        }
        int width = (int) Math.sqrt(nodes);
        for (int lane = nodes; lane < lanes; lane++) {
            int from = kind == Kind.TWO_SIDED ? below(draw, nodes / 2) : below(draw, nodes);
            int to =
                    switch (kind) {
                        case SPREAD, TIGHT -> (from + 1 + below(draw, nodes - 1)) % nodes;
                        case TWO_SIDED -> nodes / 2 + below(draw, nodes - nodes / 2);
                        case GRID ->
                            (from + (lane % 2 == 0 ? 1 : width) + (lane % 7 == 0 ? nodes - 2 * width : 0)) % nodes;
                    };
            long capacity = kind == Kind.TIGHT ? 1 + below(draw, 20) : 1 + below(draw, 1_000);
            network.addLane(from, to, capacity, (long) (draw.nextDouble() * cost));
        }
        supply(kind, draw, network);
        return network;
    }

    /** Each pair of nodes gives about as much as it needs, and may keep the rest. */
    private void supply(Kind kind, Draw draw, FlowNetwork network) {
        for (int pair = 0; pair < nodes / 2; pair++) {
            long units = 1L + below(draw, 100);
            int giver = kind == Kind.TWO_SIDED ? pair : 2 * pair;
            int receiver = kind == Kind.TWO_SIDED ? nodes - 1 - pair : 2 * pair + 1;
            network.supply(giver, 0, units + below(draw, 20));
            network.supply(receiver, -units);
        }
    }

    private static int below(Draw draw, int bound) {
        return (int) (draw.nextDouble() * bound);
    }
}
