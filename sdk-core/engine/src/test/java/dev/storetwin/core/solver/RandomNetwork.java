package dev.storetwin.core.solver;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;

/** Small networks of every kind: parallel lanes, tight capacities, negative costs, supplies that vary, islands, many that have no flow. */
final class RandomNetwork {

    private RandomNetwork() {}

    static FlowNetwork of(long seed) {
        var draw = Draws.of(seed).keyed("network", "small", 0);
        int nodes = 2 + whole(draw, 14);
        var network = new FlowNetwork(nodes);
        boolean tight = draw.nextDouble() < .3;
        int span = draw.nextDouble() < .5 ? 10 : 100_000;
        boolean refunds = draw.nextDouble() < .4;
        for (int lane = whole(draw, 4 * nodes); lane > 0; lane--) {
            int from = whole(draw, nodes);
            int to = (from + 1 + whole(draw, nodes - 1)) % nodes;
            long cost = whole(draw, span) - (refunds ? span / 3 : 0);
            network.addLane(from, to, whole(draw, tight ? 6 : 40), cost);
        }
        supplies(network, draw);
        return network;
    }

    private static void supplies(FlowNetwork network, Draw draw) {
        boolean exact = draw.nextDouble() < .3;
        for (int pair = 0; pair < network.nodes() / 2; pair++) {
            long units = whole(draw, 12);
            if (exact) {
                network.supply(2 * pair, units);
                network.supply(2 * pair + 1, -units);
            } else {
                network.supply(2 * pair, 0, units + whole(draw, 9));
                network.supply(2 * pair + 1, -units, -units + whole(draw, 4));
            }
        }
    }

    private static int whole(Draw draw, int below) {
        return (int) (draw.nextDouble() * below);
    }
}
