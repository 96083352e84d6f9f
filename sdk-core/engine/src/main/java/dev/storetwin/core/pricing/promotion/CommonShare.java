package dev.storetwin.core.pricing.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which share of the lift a side effect usually is: what the other promotions of the same thing tell, drawn to what the promotions of
 * other things tell. One promotion is drawn to it as far as its own measure is uncertain.
 *
 * @param variance of a true share about the mean, with what the mean itself is uncertain by; infinite when nothing is known
 */
record CommonShare(double mean, double variance) {

    static final CommonShare UNKNOWN = new CommonShare(0, Double.POSITIVE_INFINITY);

    private static final int FEWEST = 5;
    private static final int HALVINGS = 60;
    private static final double SMALLEST = 1e-9;

    /**
     * One promotion's share.
     *
     * @param thing    that was promoted
     * @param variance of its error
     */
    record Share(int thing, double value, double variance) {}

    /** Shares about a mean: the mean, its error, and how far true shares lie apart. */
    private record Spread(double mean, double error, double between) {}

    boolean isKnown() {
        return Double.isFinite(variance);
    }

    /** For a thing, from promotions of it and of others. */
    static CommonShare of(int thing, List<Share> shares) {
        var things = new TreeMap<Integer, List<Share>>();
        shares.forEach(it ->
                things.computeIfAbsent(it.thing(), any -> new ArrayList<>()).add(it));
        double within = within(things);
        var own = things.remove(thing);
        var others = new ArrayList<Share>();
        things.forEach((other, its) -> others.add(mean(other, its, within)));
        if (others.size() < FEWEST) {
            return UNKNOWN;
        }
        var spread = spread(others);
        double prior = spread.between() + spread.error() * spread.error();
        if (own == null) {
            return new CommonShare(spread.mean(), prior + within);
        }
        var known = mean(thing, own, within);
        double trust = prior / (prior + known.variance());
        return new CommonShare(
                trust * known.value() + (1 - trust) * spread.mean(), trust * known.variance() + within);
    }

    /** How far true shares of one thing lie apart, the same for all things. */
    private static double within(Map<Integer, List<Share>> things) {
        return between(new ArrayList<>(things.values()));
    }

    private static Share mean(int thing, List<Share> shares, double between) {
        double weights = 0;
        double sum = 0;
        for (var share : shares) {
            double weight = 1 / (share.variance() + between + SMALLEST);
            weights += weight;
            sum += weight * share.value();
        }
        return new Share(thing, sum / weights, 1 / weights);
    }

    private static Spread spread(List<Share> shares) {
        double between = between(List.of(shares));
        var mean = mean(-1, shares, between);
        return new Spread(mean.value(), Math.sqrt(mean.variance()), between);
    }

    /**
     * The spread at which shares lie as far from the mean of their group as they should (Paule and Mandel 1982), never less than chance
     * may hide.
     */
    private static double between(List<List<Share>> groups) {
        int freedom = groups.stream().mapToInt(it -> it.size() - 1).sum();
        double low = 0;
        double high = 0;
        for (var group : groups) {
            for (var share : group) {
                high = Math.max(high, share.value() * share.value() + share.variance());
            }
        }
        for (int i = 0; i < HALVINGS && distance(groups, 0) > freedom; i++) {
            double middle = (low + high) / 2;
            boolean tooFar = distance(groups, middle) > freedom;
            low = tooFar ? middle : low;
            high = tooFar ? high : middle;
        }
        return freedom == 0 ? 0 : Math.max(low, hidden(groups, freedom, low));
    }

    private static double hidden(List<List<Share>> groups, int freedom, double between) {
        double scale = 0;
        for (var group : groups) {
            double weights = 0;
            double squares = 0;
            for (var share : group) {
                double weight = 1 / (share.variance() + between + SMALLEST);
                weights += weight;
                squares += weight * weight;
            }
            scale += weights - squares / weights;
        }
        return Math.sqrt(2.0 * freedom) / scale;
    }

    private static double distance(List<List<Share>> groups, double between) {
        double sum = 0;
        for (var group : groups) {
            double mean = mean(-1, group, between).value();
            for (var share : group) {
                double away = share.value() - mean;
                sum += away * away / (share.variance() + between + SMALLEST);
            }
        }
        return sum;
    }
}
