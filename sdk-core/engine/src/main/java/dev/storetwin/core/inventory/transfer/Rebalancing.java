package dev.storetwin.core.inventory.transfer;

import dev.storetwin.core.numeric.ConvexSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The moves that cost least over all places together.
 *
 * <p>How it works. What a place loses by each step that leaves it and gains by each that comes are convex costs, so the best moves are a flow
 * of least cost ({@link TransferNetwork}). A place that gives gets nothing in the same plan: where the flow wants both, it is found again
 * once without the one and once without the other, and what already costs more than the best so far is not followed (branch and
 * bound, up to a number of flows). Then each move is tried a little larger and smaller with all futures
 * played through, since the network knows a long cost curve by its pieces and mixed lead times by an approximation. In the end moves go
 * that are not worth what they cost however small they are, the worst first.
 */
public final class Rebalancing {

    private static final int MOST_ROUNDS = 8;
    private static final int MOST_FLOWS = 64;

    private final List<Place> places;
    private final List<Way> ways;
    private final double step;
    private Optional<Moves> best = Optional.empty();
    private double leastCost = Double.POSITIVE_INFINITY;
    private int flows;

    private Rebalancing(List<Place> places, List<Way> ways, double step) {
        this.places = List.copyOf(places);
        this.ways = ways.stream().map(it -> within(it, places)).toList();
        this.step = step;
    }

    /** What comes after the days that are followed cannot help. */
    private static Way within(Way way, List<Place> places) {
        boolean late = way.days() >= places.get(way.to()).futures().days();
        return late ? new Way(way.from(), way.to(), 0, way.stepCost(), way.fixed(), 0) : way;
    }

    /**
     * The best moves.
     *
     * @param ways at most one between two places in one direction
     * @param step units that move together: one, or a pack
     */
    public static Moves of(List<Place> places, List<Way> ways, double step) {
        return new Rebalancing(places, ways, step).best();
    }

    /** No move at all. */
    public static Moves none(List<Place> places, List<Way> ways, double step) {
        var all = new Rebalancing(places, ways, step);
        return new Moves(all.places, all.ways, step);
    }

    private Moves best() {
        search(places);
        return worthwhile(polished(best.orElseGet(() -> new Moves(places, ways, step))));
    }

    /** Goes on where a place wants both, first with the larger of the two, as long as the flow costs less than the best one so far. */
    private void search(List<Place> roles) {
        var network = new TransferNetwork(roles, ways, step);
        var moves = network.moves();
        boolean hopeless = network.cost() >= leastCost || (flows++ > MOST_FLOWS && best.isPresent());
        if (hopeless) {
            return;
        }
        int torn = torn(moves);
        if (torn < 0) {
            best = Optional.of(moves);
            leastCost = network.cost();
            return;
        }
        boolean givesMore = moves.out(torn) >= moves.in(torn);
        search(with(roles, torn, givesMore));
        search(with(roles, torn, !givesMore));
    }

    /** A place that gives and gets; -1 where none does. */
    private int torn(Moves moves) {
        for (int place = 0; place < places.size(); place++) {
            if (moves.out(place) > 0 && moves.in(place) > 0) {
                return place;
            }
        }
        return -1;
    }

    private static List<Place> with(List<Place> roles, int place, boolean gives) {
        var settled = new ArrayList<>(roles);
        var its = roles.get(place);
        settled.set(place, gives ? its.withoutTaking() : its.withoutGiving());
        return List.copyOf(settled);
    }

    private Moves polished(Moves rough) {
        var moves = rough;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var before = moves;
            for (int way = 0; way < ways.size(); way++) {
                moves = moves.steps(way) > 0 ? moves.with(way, bestSteps(moves, way)) : moves;
            }
            if (moves.equals(before)) {
                return moves;
            }
        }
        return moves;
    }

    /** The fewest steps on one way that cost as little as any, as long as it is used at all. */
    private long bestSteps(Moves moves, int way) {
        long owed = places.get(ways.get(way).to()).owed(step);
        return FewestSteps.best(
                it -> it == 0
                        ? moves.with(way, 0).cost(way) + moves.fixed(way)
                        : moves.with(way, it).cost(way),
                owed,
                moves.most(way));
    }

    /** Those among the polished moves that are worth it. */
    private Moves worthwhile(Moves polished) {
        var moves = polished;
        for (int worst = worst(moves); worst >= 0; worst = worst(moves)) {
            moves = polished(moves.with(worst, 0));
        }
        return moves;
    }

    /** The move that loses most beside not making it; none when all are worth it. */
    private int worst(Moves moves) {
        int worst = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int way = 0; way < ways.size(); way++) {
            double without = moves.with(way, 0).cost(way);
            double with = moves.cost(way);
            if (moves.steps(way) > 0 && !ConvexSearch.falls(without, with) && without - with < least) {
                least = without - with;
                worst = way;
            }
        }
        return worst;
    }
}
