package dev.storetwin.core.pricing.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which share of the lift a side effect usually is: what the other promotions of the same thing tell, drawn to what the promotions of
 * other things tell. One promotion is drawn to it as far as its own measure is uncertain.
 *
 * <p>How it works: side effects of one thing's promotions are regressed through zero on their lifts. Both have errors, and errors in
 * common, as far as their baselines have; the placebo windows say how large, and the products and squares are lowered by as much (errors
 * in variables, Fuller 1987). No promotion is left out for a small lift: lifts that look large would be kept for their errors. Slopes of
 * things scatter by more than their errors; how much more is found as Paule and Mandel (1982) do.
 *
 * @param mean     share of the lift
 * @param variance of a true share about the mean, with what the mean itself is uncertain by; infinite when nothing is known
 */
record CommonShare(double mean, double variance) {

    static final CommonShare UNKNOWN = new CommonShare(0, Double.POSITIVE_INFINITY);

    private static final int FEWEST = 5;
    private static final int HALVINGS = 60;
    private static final double SMALLEST = 1e-12;
    private static final double CLEARLY = 3;
    private static final double DIFFERS = .15;

    /**
     * A side effect of one promotion beside its lift.
     *
     * @param thing    that was promoted
     * @param ordinary units that the thing would have sold
     * @param raise    1 and the usual lift of the thing as a share of what it would have sold: a week that is better than expected by itself is
     *                 lifted from there, so lift and error hang together
     */
    record Pair(
            int thing,
            double side,
            double lift,
            double sideVariance,
            double liftVariance,
            double covariance,
            double ordinary,
            double raise) {

        static Pair of(int thing, Finding side, Finding lift) {
            return new Pair(
                    thing,
                    side.units(),
                    lift.units(),
                    side.variance(),
                    lift.variance(),
                    side.covariance(lift),
                    lift.expected(),
                    1);
        }

        private Pair raisedBy(double share) {
            return new Pair(
                    thing, side, lift, sideVariance, liftVariance, covariance, ordinary, 1 + Math.max(0, share));
        }

        private double product() {
            return weight() * (side * lift - raise * covariance);
        }

        private double square() {
            return weight() * (lift * lift - raise * liftVariance);
        }

        private double weight() {
            double differs = DIFFERS * ordinary;
            return 1 / (sideVariance + differs * differs + SMALLEST);
        }

        private double away(double share) {
            return side - share * lift;
        }

        /** Of what is left of the side effect when a share of the measured lift is taken off. */
        private double variance(double share) {
            double measured = sideVariance - 2 * share * covariance + share * share * liftVariance;
            return Math.max(0, measured) + counted(share, lift);
        }
    }

    /** What the promotions of one thing tell, without how far they differ among themselves. */
    private record Slope(double share, double variance) {}

    /** Side effect and lift are counts of shoppers: they scatter by as much at the least, even where the share is known exactly. */
    private static double counted(double share, double lift) {
        return Math.abs(share) * (1 + Math.abs(share)) * Math.max(0, lift);
    }

    /** Of a side effect about its usual share of a lift. */
    double varianceAt(Finding lift) {
        return variance * (lift.units() * lift.units() + lift.variance()) + counted(mean, lift.units());
    }

    boolean isKnown() {
        return Double.isFinite(variance);
    }

    /** For a thing, from promotions of it and of others. */
    static CommonShare of(int thing, List<Pair> pairs) {
        var things = new TreeMap<Integer, List<Pair>>();
        pairs.forEach(it ->
                things.computeIfAbsent(it.thing(), any -> new ArrayList<>()).add(it));
        things.values().removeIf(its -> !isClear(its));
        things.replaceAll((it, its) -> raised(its));
        double usual = share(things.values().stream().flatMap(List::stream).toList());
        double within = within(things, usual);
        var own = things.remove(thing);
        var others =
                things.values().stream().map(it -> slope(it, usual, within)).toList();
        if (others.size() < FEWEST) {
            return UNKNOWN;
        }
        double between = between(others);
        double mean = mean(others, between);
        double prior = between + 1 / precision(others, between);
        if (own == null) {
            return new CommonShare(mean, prior + within);
        }
        var known = slope(own, usual, within);
        double trust = prior / (prior + known.variance());
        return new CommonShare(trust * known.share() + (1 - trust) * mean, trust * known.variance() + within);
    }

    /** Its promotions together lifted it by more than chance. */
    private static boolean isClear(List<Pair> pairs) {
        double lifts = 0;
        double errors = 0;
        for (var pair : pairs) {
            lifts += pair.weight() * pair.lift() * pair.lift();
            errors += pair.weight() * pair.liftVariance();
        }
        return lifts > CLEARLY * errors;
    }

    private static List<Pair> raised(List<Pair> pairs) {
        double lifts = pairs.stream().mapToDouble(Pair::lift).sum();
        double ordinary = pairs.stream().mapToDouble(Pair::ordinary).sum();
        return pairs.stream()
                .map(it -> it.raisedBy(ordinary > 0 ? lifts / ordinary : 0))
                .toList();
    }

    private static double share(List<Pair> pairs) {
        return pairs.stream().mapToDouble(Pair::product).sum()
                / pairs.stream().mapToDouble(Pair::square).sum();
    }

    /** Its error is that of a usual share: things whose share looks large must not look uncertain for it. */
    private static Slope slope(List<Pair> pairs, double usual, double within) {
        double squares = 0;
        double errors = 0;
        for (var pair : pairs) {
            double lift = pair.lift() * pair.lift();
            squares += pair.square();
            errors += pair.weight() * pair.weight() * lift * (pair.variance(usual) + within * lift);
        }
        return new Slope(share(pairs), errors / (squares * squares));
    }

    /** How far true shares of one thing lie apart, the same for all things: what chance leaves over. */
    private static double within(Map<Integer, List<Pair>> things, double usual) {
        double over = 0;
        double lifts = 0;
        for (var pairs : things.values()) {
            double share = share(pairs);
            double spare = (pairs.size() - 1.0) / pairs.size();
            for (var pair : pairs) {
                double away = pair.away(share);
                over += pair.weight() * (away * away - spare * pair.variance(usual));
                lifts += pair.weight() * spare * pair.lift() * pair.lift();
            }
        }
        return lifts > 0 ? Math.max(0, over / lifts) : 0;
    }

    /** The spread at which slopes lie as far from their mean as they should, never less than half the standard error of one that is none. */
    private static double between(List<Slope> slopes) {
        int freedom = slopes.size() - 1;
        double low = 0;
        double high = slopes.stream()
                .mapToDouble(it -> it.share() * it.share() + it.variance())
                .max()
                .orElse(0);
        for (int i = 0; i < HALVINGS && distance(slopes, 0) > freedom; i++) {
            double middle = (low + high) / 2;
            boolean tooFar = distance(slopes, middle) > freedom;
            low = tooFar ? middle : low;
            high = tooFar ? high : middle;
        }
        double squares = 0;
        for (var slope : slopes) {
            double weight = 1 / (slope.variance() + low + SMALLEST);
            squares += weight * weight;
        }
        double weights = precision(slopes, low);
        return Math.max(low, Math.sqrt(freedom / 2.0) / (weights - squares / weights));
    }

    private static double distance(List<Slope> slopes, double between) {
        double mean = mean(slopes, between);
        return slopes.stream()
                .mapToDouble(it -> (it.share() - mean) * (it.share() - mean) / (it.variance() + between + SMALLEST))
                .sum();
    }

    private static double mean(List<Slope> slopes, double between) {
        return slopes.stream()
                        .mapToDouble(it -> it.share() / (it.variance() + between + SMALLEST))
                        .sum()
                / precision(slopes, between);
    }

    private static double precision(List<Slope> slopes, double between) {
        return slopes.stream()
                .mapToDouble(it -> 1 / (it.variance() + between + SMALLEST))
                .sum();
    }
}
