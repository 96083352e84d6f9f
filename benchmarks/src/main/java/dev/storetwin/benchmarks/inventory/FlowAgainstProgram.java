package dev.storetwin.benchmarks.inventory;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.core.solver.FlowAnswer;
import dev.storetwin.core.solver.FlowNetwork;
import dev.storetwin.core.solver.LinearAnswer;
import dev.storetwin.core.solver.LinearOptimiser;
import dev.storetwin.core.solver.LinearProgram;
import dev.storetwin.core.solver.MinCostFlow;
import dev.storetwin.core.solver.SolverLimits;
import java.util.Locale;

/**
 * The cheapest flow and the linear program of the same network, on many random networks of all kinds: each cost must be the same, and where the
 * one has no answer, the other must have none.
 *
 * <p>Arguments: how many networks, such as 1000, and the seed of the first.
 */
public final class FlowAgainstProgram {

    private static final double TOLERANCE = 1e-6;

    private final LinearOptimiser optimiser = LinearOptimiser.find().orElseThrow();
    private int withFlow;
    private int without;
    private double largest;

    private FlowAgainstProgram() {}

    public static void main(String[] args) {
        var comparison = new FlowAgainstProgram();
        int count = Integer.parseInt(args[0]);
        long first = Long.parseLong(args[1]);
        for (long seed = first; seed < first + count; seed++) {
            comparison.compare(seed);
        }
        System.out.printf(
                Locale.ROOT,
                "%d networks: %d with a flow, all of the same cost as the program's (largest relative difference"
                        + " %.1e); %d without, by both%n",
                count,
                comparison.withFlow,
                comparison.largest,
                comparison.without);
    }

    private void compare(long seed) {
        var network = network(Draws.of(seed).keyed("network", "any", 0));
        var flow = MinCostFlow.solve(network);
        var program = optimiser.solve(program(network), SolverLimits.DEFAULT);
        if (flow instanceof FlowAnswer.Optimal optimal) {
            withFlow++;
            double cost = optimal.cost().doubleValue();
            double other = program.solution()
                    .orElseThrow(() -> different(seed, flow, program))
                    .objective();
            double difference = Math.abs(cost - other) / Math.max(1, Math.abs(cost));
            largest = Math.max(largest, difference);
            if (difference > TOLERANCE) {
                throw different(seed, flow, program);
            }
        } else {
            without++;
            if (!(program instanceof LinearAnswer.Infeasible)) {
                throw different(seed, flow, program);
            }
        }
    }

    private static IllegalStateException different(long seed, FlowAnswer flow, LinearAnswer program) {
        return new IllegalStateException("Network %d: %s, but %s".formatted(seed, flow, program));
    }

    private static FlowNetwork network(Draw draw) {
        int nodes = 2 + below(draw, 60);
        var network = new FlowNetwork(nodes);
        int span = draw.nextDouble() < .5 ? 20 : 1_000_000;
        int refund = draw.nextDouble() < .4 ? span / 4 : 0;
        int room = draw.nextDouble() < .3 ? 10 : 100;
        for (int lane = below(draw, 8 * nodes); lane > 0; lane--) {
            int from = below(draw, nodes);
            int to = (from + 1 + below(draw, nodes - 1)) % nodes;
            network.addLane(from, to, below(draw, room), below(draw, span) - refund);
        }
        boolean exact = draw.nextDouble() < .3;
        for (int pair = 0; pair < nodes / 2; pair++) {
            int units = below(draw, 15);
            network.supply(2 * pair, exact ? units : 0, exact ? units : units + below(draw, 9));
            network.supply(2 * pair + 1, -units, exact ? -units : -units + below(draw, 3));
        }
        return network;
    }

    private static int below(Draw draw, int bound) {
        return (int) (draw.nextDouble() * bound);
    }

    private static LinearProgram program(FlowNetwork network) {
        var program = LinearProgram.minimise();
        for (int lane = 0; lane < network.lanes(); lane++) {
            program.variable("lane " + lane, 0, network.capacity(lane), network.cost(lane));
        }
        for (int node = 0; node < network.nodes(); node++) {
            var given = program.sum("node " + node);
            for (int lane = 0; lane < network.lanes(); lane++) {
                if (network.from(lane) == node) {
                    given.plus(1, lane);
                } else if (network.to(lane) == node) {
                    given.plus(-1, lane);
                }
            }
            given.between(network.least(node), network.most(node));
        }
        return program.build();
    }
}
