package dev.storetwin.core.solver;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The cheapest flow the slow way, to compare with: lanes that save something are filled at first, and then what is out of balance is sent
 * along the shortest path that is left, found by Bellman and Ford. One more node takes and gives what may vary.
 */
final class ShortestPaths {

    private final int nodes;
    private final int arcs;
    private final int[] from;
    private final int[] to;
    private final long[] room;
    private final long[] cost;

    private ShortestPaths(FlowNetwork network) {
        nodes = network.nodes() + 1;
        arcs = network.lanes() + network.nodes();
        from = new int[2 * arcs];
        to = new int[2 * arcs];
        room = new long[2 * arcs];
        cost = new long[2 * arcs];
        for (int lane = 0; lane < network.lanes(); lane++) {
            arc(lane, network.from(lane), network.to(lane), network.capacity(lane), network.cost(lane));
        }
        for (int node = 0; node < network.nodes(); node++) {
            arc(network.lanes() + node, nodes - 1, node, network.most(node) - network.least(node), 0);
        }
    }

    private void arc(int arc, int tail, int head, long capacity, long each) {
        from[2 * arc] = to[2 * arc + 1] = tail;
        to[2 * arc] = from[2 * arc + 1] = head;
        room[2 * arc] = capacity;
        cost[2 * arc] = each;
        cost[2 * arc + 1] = -each;
    }

    /** The least cost; empty when there is no flow. */
    static OptionalLong cost(FlowNetwork network) {
        var excess = new long[network.nodes() + 1];
        for (int node = 0; node < network.nodes(); node++) {
            excess[node] = network.least(node);
            excess[network.nodes()] -= network.least(node);
        }
        return new ShortestPaths(network).cost(excess);
    }

    private OptionalLong cost(long[] excess) {
        long total = 0;
        for (int arc = 0; arc < arcs; arc++) {
            if (cost[2 * arc] < 0) {
                long units = room[2 * arc];
                total += units * cost[2 * arc];
                excess[from[2 * arc]] -= units;
                excess[to[2 * arc]] += units;
                push(2 * arc, units);
            }
        }
        while (Arrays.stream(excess).anyMatch(it -> it > 0)) {
            var by = tree(excess);
            int end = nearest(excess, by);
            if (end < 0) {
                return OptionalLong.empty();
            }
            total += send(excess, by, end);
        }
        return OptionalLong.of(total);
    }

    private long[] distances = new long[0];

    private int[] tree(long[] excess) {
        distances = new long[nodes];
        var by = new int[nodes];
        Arrays.fill(by, -1);
        for (int node = 0; node < nodes; node++) {
            distances[node] = excess[node] > 0 ? 0 : Long.MAX_VALUE;
        }
        for (boolean changes = true; changes; ) {
            changes = false;
            for (int arc = 0; arc < 2 * arcs; arc++) {
                long start = distances[from[arc]];
                if (room[arc] > 0 && start != Long.MAX_VALUE && start + cost[arc] < distances[to[arc]]) {
                    distances[to[arc]] = start + cost[arc];
                    by[to[arc]] = arc;
                    changes = true;
                }
            }
        }
        return by;
    }

    private int nearest(long[] excess, int[] by) {
        int end = -1;
        for (int node = 0; node < nodes; node++) {
            if (excess[node] < 0 && by[node] >= 0 && (end < 0 || distances[node] < distances[end])) {
                end = node;
            }
        }
        return end;
    }

    private long send(long[] excess, int[] by, int end) {
        long units = -excess[end];
        int start = end;
        for (; by[start] >= 0; start = from[by[start]]) {
            units = Math.min(units, room[by[start]]);
        }
        units = Math.min(units, excess[start]);
        for (int node = end; by[node] >= 0; node = from[by[node]]) {
            push(by[node], units);
        }
        excess[start] -= units;
        excess[end] += units;
        return units * distances[end];
    }

    private void push(int arc, long units) {
        room[arc] -= units;
        room[arc ^ 1] += units;
    }
}
