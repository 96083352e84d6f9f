package dev.storetwin.core.inventory.transfer;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.List;

/**
 * A few nodes with little stock, so that all moves can be tried.
 *
 * @param sameDays whether all ways take equally long; else some places owe a unit, too
 */
record RandomPlaces(List<Place> places, List<Way> ways, boolean sameDays) {

    private static final int DAYS = 6;
    private static final int PATHS = 20;

    static RandomPlaces of(long seed, boolean sameDays, double fixed) {
        var draw = Draws.of(seed).keyed("places", "small", 0);
        int count = 2 + whole(draw, 3);
        var places = new ArrayList<Place>();
        for (int place = 0; place < count; place++) {
            places.add(place(draw, sameDays ? 0 : 1));
        }
        var ways = new ArrayList<Way>();
        for (int from = 0; from < count; from++) {
            for (int to = 0; to < count; to++) {
                if (from != to && draw.nextDouble() < .6) {
                    ways.add(new Way(
                            from, to, sameDays ? 1 : whole(draw, 4), draw.nextDouble(), fixed, 1 + whole(draw, 6)));
                }
            }
        }
        return new RandomPlaces(places, ways, sameDays);
    }

    private static Place place(Draw draw, int mostOwed) {
        int stock = whole(draw, 5) - mostOwed;
        double pace = draw.nextDouble() * 1.2;
        var demand = new double[PATHS][DAYS + 3];
        for (var path : demand) {
            for (int day = 0; day < path.length; day++) {
                path[day] = draw.nextDouble() < pace / 2 ? 1 + whole(draw, 2) : 0;
            }
        }
        var arrivals = new double[DAYS];
        arrivals[whole(draw, DAYS)] = whole(draw, 2);
        var futures = new NodeFutures(demand, stock, arrivals, new UnitCosts(.05, 3, 8), .8);
        return new Place(futures, Math.max(0, stock), whole(draw, 6));
    }

    private static int whole(Draw draw, int below) {
        return (int) (draw.nextDouble() * below);
    }

    RandomPlaces withCost(double more) {
        var dearer = ways.stream()
                .map(it -> new Way(it.from(), it.to(), it.days(), it.stepCost() + more, it.fixed(), it.capacity()))
                .toList();
        return new RandomPlaces(places, dearer, sameDays);
    }

    Moves best() {
        return Rebalancing.of(places, ways, 1);
    }

    long moved(Moves moves) {
        long sum = 0;
        for (int way = 0; way < ways.size(); way++) {
            sum += moves.steps(way);
        }
        return sum;
    }

    /** The least cost of all moves in which no place both gives and gets. */
    double leastCost() {
        return leastCost(Rebalancing.none(places, ways, 1), 0);
    }

    private double leastCost(Moves moves, int way) {
        if (way == ways.size()) {
            return moves.cost();
        }
        double least = Double.POSITIVE_INFINITY;
        var its = ways.get(way);
        boolean barred = moves.in(its.from()) > 0 || moves.out(its.to()) > 0;
        for (long steps = 0; steps <= (barred ? 0 : moves.most(way)); steps++) {
            least = Math.min(least, leastCost(moves.with(way, steps), way + 1));
        }
        return least;
    }
}
