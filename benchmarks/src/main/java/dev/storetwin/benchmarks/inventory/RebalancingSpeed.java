package dev.storetwin.benchmarks.inventory;

import dev.storetwin.core.inventory.transfer.NodeFutures;
import dev.storetwin.core.inventory.transfer.Place;
import dev.storetwin.core.inventory.transfer.Rebalancing;
import dev.storetwin.core.inventory.transfer.UnitCosts;
import dev.storetwin.core.inventory.transfer.Way;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What it takes to find the best moves of one SKU between all nodes of a chain, without its forecast: every node may give to every other one, and
 * all are played through on 300 futures of 16 days.
 *
 * <p>Arguments: how many SKUs for each number of nodes.
 */
public final class RebalancingSpeed {

    private static final int FUTURES = 300;
    private static final int DAYS = 9;
    private static final int REVIEW = 7;

    private RebalancingSpeed() {}

    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        for (int nodes : new int[] {2, 3, 12, 30, 100}) {
            measure(nodes, count);
        }
    }

    private static void measure(int nodes, int count) {
        var millis = new double[count];
        long moved = 0;
        double gain = 0;
        for (int i = 0; i < count; i++) {
            var draw = Draws.of(i).keyed("rebalancing", "chain", nodes);
            var places = places(draw, nodes);
            var ways = ways(draw, nodes);
            var threads = ManagementFactory.getThreadMXBean();
            long start = threads.getCurrentThreadCpuTime();
            var best = Rebalancing.of(places, ways, 1);
            millis[i] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
            moved += IntStream.range(0, ways.size())
                    .filter(it -> best.steps(it) > 0)
                    .count();
            gain += Rebalancing.none(places, ways, 1).cost() - best.cost();
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%3d nodes: median %7.1f ms, worst %7.1f ms of CPU; %.1f moves and a gain of %.0f each%n",
                nodes,
                millis[count / 2],
                millis[count - 1],
                (double) moved / count,
                gain / count);
    }

    private static List<Place> places(Draw draw, int nodes) {
        var places = new ArrayList<Place>();
        for (int node = 0; node < nodes; node++) {
            double pace = .2 + 3 * draw.nextDouble();
            long stock = (long) (draw.nextDouble() * draw.nextDouble() * 60);
            var demand = new double[FUTURES][DAYS + REVIEW];
            for (var path : demand) {
                for (int day = 0; day < path.length; day++) {
                    path[day] = Math.floor(-pace * Math.log(1 - draw.nextDouble()) + draw.nextDouble());
                }
            }
            var futures = new NodeFutures(demand, stock, new double[DAYS], new UnitCosts(.003, 5, 4), .95);
            places.add(new Place(futures, stock, Way.ANY));
        }
        return places;
    }

    private static List<Way> ways(Draw draw, int nodes) {
        var ways = new ArrayList<Way>();
        for (int from = 0; from < nodes; from++) {
            for (int to = 0; to < nodes; to++) {
                if (from != to) {
                    int days = 1 + (int) (draw.nextDouble() * 3);
                    ways.add(new Way(from, to, days, .1 + draw.nextDouble(), 0, Way.ANY));
                }
            }
        }
        return ways;
    }
}
