package dev.storetwin.core.pricing.promotion;

import dev.storetwin.core.numeric.Normal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which things are found in one basket more often than chance puts them there: by the likelihood ratio of their counts (Dunning 1993), and so
 * that few of the pairs found are chance (Benjamini and Hochberg 1995).
 */
public final class BoughtTogether {

    private static final int FEWEST = 5;
    private static final double FALSE_SHARE = .05;

    private final SortedMap<String, Integer> counts = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Integer>> together = new TreeMap<>();
    private long baskets;

    private record Pair(String one, String other, double chance) {}

    private BoughtTogether() {}

    /** No basket yet. */
    public static BoughtTogether empty() {
        return new BoughtTogether();
    }

    /** A basket; what is in it several times counts once. */
    public BoughtTogether add(Collection<String> basket) {
        var things = List.copyOf(new TreeSet<>(basket));
        baskets++;
        for (int i = 0; i < things.size(); i++) {
            counts.merge(things.get(i), 1, Integer::sum);
            for (int j = i + 1; j < things.size(); j++) {
                together.computeIfAbsent(things.get(i), it -> new TreeMap<>()).merge(things.get(j), 1, Integer::sum);
            }
        }
        return this;
    }

    /** The companions of each thing that has any. */
    public SortedMap<String, SortedSet<String>> companions() {
        var pairs = new ArrayList<Pair>();
        together.forEach((one, others) -> others.forEach((other, both) -> pairs.add(pair(one, other, both))));
        var believed =
                FalseDiscovery.believed(pairs.stream().mapToDouble(Pair::chance).toArray(), FALSE_SHARE);
        var companions = new TreeMap<String, SortedSet<String>>();
        for (int i = 0; i < believed.length; i++) {
            if (believed[i]) {
                var pair = pairs.get(i);
                companions.computeIfAbsent(pair.one(), it -> new TreeSet<>()).add(pair.other());
                companions.computeIfAbsent(pair.other(), it -> new TreeSet<>()).add(pair.one());
            }
        }
        companions.replaceAll((name, set) -> Collections.unmodifiableSortedSet(set));
        return Collections.unmodifiableSortedMap(companions);
    }

    private Pair pair(String one, String other, int both) {
        double first = counts.getOrDefault(one, 0);
        double second = counts.getOrDefault(other, 0);
        boolean attracted = both >= FEWEST && both * (double) baskets > first * second;
        return new Pair(one, other, attracted ? 2 * Normal.cdf(-Math.sqrt(ratio(first, second, both))) : 1);
    }

    /** Twice the logarithm of the likelihood ratio of two things that are independent against two that are not. */
    private double ratio(double first, double second, double both) {
        double sum = cell(both, first, second);
        sum += cell(first - both, first, baskets - second);
        sum += cell(second - both, baskets - first, second);
        sum += cell(baskets - first - second + both, baskets - first, baskets - second);
        return Math.max(0, 2 * sum);
    }

    private double cell(double count, double row, double column) {
        return count > 0 ? count * StrictMath.log(count * baskets / (row * column)) : 0;
    }
}
