package dev.storetwin.core.inventory.transfer;

import java.util.Arrays;
import java.util.List;

/** Steps on each way, and what they come to at the places, counted exactly over all futures. */
public final class Moves {

    private final List<Place> places;
    private final List<Way> ways;
    private final double step;
    private final long[] steps;

    /**
     * Nothing is moved.
     *
     * @param step units in one step
     */
    Moves(List<Place> places, List<Way> ways, double step) {
        this(places, ways, step, new long[ways.size()]);
    }

    private Moves(List<Place> places, List<Way> ways, double step, long[] steps) {
        this.places = places;
        this.ways = ways;
        this.step = step;
        this.steps = steps;
    }

    /** On one way. */
    public long steps(int way) {
        return steps[way];
    }

    /** The same with another number of steps on one way. */
    public Moves with(int way, long count) {
        var changed = steps.clone();
        changed[way] = count;
        return new Moves(places, ways, step, changed);
    }

    /** The most that one way may carry beside all others. */
    public long most(int way) {
        var its = ways.get(way);
        long giver = places.get(its.from()).givable() - out(its.from());
        long receiver = places.get(its.to()).takeable() - in(its.to());
        return Math.max(0, Math.min(its.capacity(), steps[way] + Math.min(giver, receiver)));
    }

    /** Steps that leave a place. */
    public long out(int place) {
        long sum = 0;
        for (int way = 0; way < steps.length; way++) {
            sum += ways.get(way).from() == place ? steps[way] : 0;
        }
        return sum;
    }

    /** Steps that come to a place. */
    public long in(int place) {
        long sum = 0;
        for (int way = 0; way < steps.length; way++) {
            sum += ways.get(way).to() == place ? steps[way] : 0;
        }
        return sum;
    }

    /** Units that come to a place, by day. */
    public double[] coming(int place) {
        var coming = new double[places.get(place).futures().days()];
        for (int way = 0; way < steps.length; way++) {
            if (steps[way] > 0 && ways.get(way).to() == place) {
                coming[ways.get(way).days()] += step * steps[way];
            }
        }
        return coming;
    }

    /** What the two ends of a way and the way itself are expected to cost. */
    public double cost(int way) {
        var its = ways.get(way);
        return placeCost(its.from()) + placeCost(its.to()) + wayCost(way);
    }

    /** What everything is expected to cost. */
    public double cost() {
        double sum = 0;
        for (int place = 0; place < places.size(); place++) {
            sum += placeCost(place);
        }
        for (int way = 0; way < steps.length; way++) {
            sum += wayCost(way);
        }
        return sum;
    }

    /** Of a move at all, however small. */
    double fixed(int way) {
        return ways.get(way).fixed();
    }

    private double placeCost(int place) {
        return places.get(place).futures().cost(step * out(place), coming(place));
    }

    private double wayCost(int way) {
        return steps[way] == 0 ? 0 : ways.get(way).fixed() + ways.get(way).stepCost() * steps[way];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Moves moves && Arrays.equals(steps, moves.steps);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(steps);
    }

    @Override
    public String toString() {
        return Arrays.toString(steps);
    }
}
