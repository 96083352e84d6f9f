package dev.storetwin.optimisers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.solver.FlowAnswer;
import dev.storetwin.core.solver.FlowNetwork;
import dev.storetwin.core.solver.LinearAnswer;
import dev.storetwin.core.solver.LinearProgram;
import dev.storetwin.core.solver.MinCostFlow;
import dev.storetwin.core.solver.SolverLimits;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The cheapest flow is the optimum of a linear program, and where there is none, the program has no solution either. */
class FlowsAsProgramsTest {

    private static final int NETWORKS = 150;

    @Test
    void the_cheapest_flow_costs_what_the_linear_program_says() {
        int withFlow = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            var network = network(new SplittableRandom(seed));

            var flow = MinCostFlow.solve(network);
            var program = new OjAlgoOptimiser().solve(program(network), SolverLimits.DEFAULT);

            if (flow instanceof FlowAnswer.Optimal optimal) {
                withFlow++;
                double cost = optimal.cost().doubleValue();
                assertThat(program.solution().orElseThrow().objective())
                        .as("network %d", seed)
                        .isCloseTo(cost, within(1e-6 * (1 + Math.abs(cost))));
            } else {
                assertThat(program).as("network %d", seed).isInstanceOf(LinearAnswer.Infeasible.class);
            }
        }
        assertThat(withFlow).isBetween(NETWORKS / 4, NETWORKS * 3 / 4);
    }

    /** A few nodes with many lanes among them, in a third of all cases with lanes that pay. */
    private static FlowNetwork network(SplittableRandom random) {
        int nodes = 3 + random.nextInt(18);
        var network = new FlowNetwork(nodes);
        int refund = random.nextInt(3) == 0 ? 300 : 0;
        for (int lane = random.nextInt(6 * nodes); lane > 0; lane--) {
            int from = random.nextInt(nodes);
            int to = (from + 1 + random.nextInt(nodes - 1)) % nodes;
            network.addLane(from, to, random.nextInt(40), random.nextInt(1_000) - refund);
        }
        for (int pair = 0; pair < nodes / 2; pair++) {
            int units = random.nextInt(15);
            network.supply(2 * pair, 0, units + random.nextInt(9));
            network.supply(2 * pair + 1, -units, -units + random.nextInt(3));
        }
        return network;
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
