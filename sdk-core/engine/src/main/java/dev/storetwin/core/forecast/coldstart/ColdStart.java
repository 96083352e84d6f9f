package dev.storetwin.core.forecast.coldstart;

import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a shop knows of things that it has sold for a while, for those that are new.
 *
 * <p>How it works: the nearest neighbours by attributes, weighed by likeness, say how a thing sells at each age. How far they differ from
 * one another says how sure that is. The newcomer's own sales then decide between more and less: as with a gamma-Poisson pair, the
 * neighbours count as many units as their agreement is worth, its own sales count as they are.
 */
final class ColdStart {

    /** With so many periods a thing is new no more. */
    static final int OLD_ENOUGH = 8;

    private static final int NEIGHBOURS = 10;
    private static final int SHARPNESS = 6;
    private static final double LEAST_VARIANCE = .05;
    private static final double MOST_VARIANCE = 4;

    private final Likeness likeness;
    private final SortedMap<String, LaunchCurve> curves;

    private ColdStart(Likeness likeness, SortedMap<String, LaunchCurve> curves) {
        this.likeness = likeness;
        this.curves = curves;
    }

    /**
     * Learns from a shop.
     *
     * @param attributes by name of the series and key, such as {@code category} and {@code price}
     * @param series     old and new; the order does not matter
     */
    static ColdStart fit(Map<String, Map<String, String>> attributes, List<TimeSeries> series) {
        var curves = new TreeMap<String, LaunchCurve>();
        var logLevels = new TreeMap<String, Double>();
        for (var each : series) {
            var curve = LaunchCurve.of(each);
            if (curve.age() >= OLD_ENOUGH) {
                curves.put(each.name(), curve);
                if (curve.recent() > 0) {
                    logLevels.put(each.name(), StrictMath.log(curve.recent()));
                }
            }
        }
        return new ColdStart(Likeness.of(attributes, logLevels), curves);
    }

    private record Neighbour(String name, LaunchCurve curve, double weight) {}

    /**
     * What a new thing is expected to sell; empty when the shop has nothing to compare it with.
     *
     * @param newcomer its own sales so far, perhaps none
     * @param horizon  at least 1
     */
    Optional<Newcomer> expect(TimeSeries newcomer, int horizon) {
        var neighbours = neighbours(newcomer.name());
        return neighbours.isEmpty() ? Optional.empty() : Optional.of(expect(newcomer, horizon, neighbours));
    }

    /** The nearest, with weights that add up to 1; all alike when nothing tells them apart. */
    private List<Neighbour> neighbours(String name) {
        var all = new ArrayList<Neighbour>();
        for (var other : curves.entrySet()) {
            if (!other.getKey().equals(name)) {
                double like = likeness.between(name, other.getKey());
                all.add(new Neighbour(other.getKey(), other.getValue(), StrictMath.pow(like, SHARPNESS)));
            }
        }
        double best = all.stream().mapToDouble(Neighbour::weight).max().orElse(0);
        var near = best > 0
                ? all.stream()
                        .sorted(Comparator.comparingDouble(Neighbour::weight)
                                .reversed()
                                .thenComparing(Neighbour::name))
                        .limit(NEIGHBOURS)
                        .toList()
                : all;
        double sum = near.stream().mapToDouble(Neighbour::weight).sum();
        return near.stream()
                .map(it -> new Neighbour(it.name(), it.curve(), best > 0 ? it.weight() / sum : 1.0 / near.size()))
                .toList();
    }

    private static Newcomer expect(TimeSeries newcomer, int horizon, List<Neighbour> neighbours) {
        int launched = launched(newcomer);
        double scatter = 0;
        for (var neighbour : neighbours) {
            scatter += neighbour.weight() * neighbour.curve().scatter();
        }
        double sold = 0;
        double exposure = 0;
        for (int i = launched; i < newcomer.size(); i++) {
            if (newcomer.isKnown(i)) {
                sold += Math.max(0, newcomer.value(i));
                exposure += level(neighbours, i - launched);
            }
        }
        int age = newcomer.size() - launched;
        var curve = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            curve[step] = level(neighbours, age + step);
        }
        double belief = 1 / disagreement(neighbours, age, horizon);
        double factor = (belief + sold / scatter) / (belief + exposure / scatter);
        double sureness = belief + exposure / scatter;
        return Newcomer.of(curve, factor, sureness, scatter, 1 - belief / sureness, names(neighbours));
    }

    /** The first known period, sold or not: a slow start counts. Unless nothing was sold for so long that it cannot have been on offer. */
    private static int launched(TimeSeries newcomer) {
        int known = firstKnown(newcomer);
        int sale = LaunchCurve.start(newcomer);
        return sale < newcomer.size() && sale - known > OLD_ENOUGH ? sale : known;
    }

    static int firstKnown(TimeSeries series) {
        int first = 0;
        while (first < series.size() && !series.isKnown(first)) {
            first++;
        }
        return first;
    }

    private static double level(List<Neighbour> neighbours, int age) {
        double level = 0;
        for (var neighbour : neighbours) {
            level += neighbour.weight() * neighbour.curve().at(age);
        }
        return level;
    }

    /** Variance of the neighbours' sales over the periods asked for, relative to the square of their mean. */
    private static double disagreement(List<Neighbour> neighbours, int age, int horizon) {
        double mean = 0;
        double squares = 0;
        double concentration = 0;
        for (var neighbour : neighbours) {
            double total = 0;
            for (int step = 0; step < horizon; step++) {
                total += neighbour.curve().at(age + step);
            }
            mean += neighbour.weight() * total;
            squares += neighbour.weight() * total * total;
            concentration += neighbour.weight() * neighbour.weight();
        }
        if (!(mean > 0) || concentration > .99) {
            return 1;
        }
        double variance = Math.max(0, squares / (mean * mean) - 1) / (1 - concentration) * (1 + concentration);
        return Math.max(LEAST_VARIANCE, Math.min(MOST_VARIANCE, variance));
    }

    private static List<String> names(List<Neighbour> neighbours) {
        return neighbours.stream().limit(NEIGHBOURS).map(Neighbour::name).toList();
    }
}
