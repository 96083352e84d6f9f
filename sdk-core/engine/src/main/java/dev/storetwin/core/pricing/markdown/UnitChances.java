package dev.storetwin.core.pricing.markdown;

import dev.storetwin.core.numeric.NegativeBinomial;
import java.util.Arrays;
import java.util.List;

/** How likely each number of units is to be wanted in one period, from none on. It never changes. */
public final class UnitChances {

    private static final double NEGLIGIBLE = 1e-13;
    private static final int MOST_UNITS = 1 << 20;

    private final double[] chances;
    private final double[] cumulative;
    private final double mean;

    private UnitChances(double[] chances) {
        this.chances = chances;
        this.cumulative = new double[chances.length];
        double all = 0;
        double sum = 0;
        for (int units = 0; units < chances.length; units++) {
            all += chances[units];
            cumulative[units] = all;
            sum += units * chances[units];
        }
        this.mean = sum;
    }

    /** Any distribution: the chance of 0, 1, 2, ... units. They are scaled to add up to 1. */
    public static UnitChances of(double... chances) {
        double sum = 0;
        boolean negative = false;
        for (double chance : chances) {
            sum += chance;
            negative |= !(chance >= 0);
        }
        if (negative || !(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("""
                    Chances must not be negative, and some must be above 0.
                    Maybe a difference of two close numbers fell below zero.""");
        }
        var scaled = new double[chances.length];
        for (int units = 0; units < scaled.length; units++) {
            scaled[units] = chances[units] / sum;
        }
        return new UnitChances(scaled);
    }

    /** Independent shoppers. */
    public static UnitChances poisson(double mean) {
        return negativeBinomial(mean, mean);
    }

    /** Shoppers whose number is uncertain itself; Poisson where the variance is not above the mean. */
    public static UnitChances negativeBinomial(double mean, double variance) {
        var counts = NegativeBinomial.of(mean, variance);
        long last = counts.quantile(1 - NEGLIGIBLE);
        if (last > MOST_UNITS) {
            throw new IllegalArgumentException("""
                    %s units in one period are too many to look at one by one.
                    Maybe count them in packs, or take shorter periods.""".formatted(mean));
        }
        var chances = new double[(int) last + 1];
        double below = 0;
        for (int units = 0; units < chances.length; units++) {
            double until = counts.cdf(units);
            chances[units] = Math.max(0, until - below);
            below = until;
        }
        return of(chances);
    }

    /** Of at least so many units, however many that is. */
    public double atLeast(int units) {
        return units <= 0 ? 1 : units > last() ? 0 : Math.max(0, 1 - cumulative[units - 1]);
    }

    public double chance(int units) {
        return units < 0 || units > last() ? 0 : chances[units];
    }

    /** The largest number that is looked at. */
    public int last() {
        return chances.length - 1;
    }

    public double mean() {
        return mean;
    }

    /** The smallest number that is not exceeded with at least this probability, from 0 to 1. */
    public int quantile(double probability) {
        int at = Arrays.binarySearch(cumulative, probability);
        return Math.min(at >= 0 ? at : -at - 1, last());
    }

    /**
     * The same demand counted in steps of several units: each number counts for the two steps around it, so that the mean stays.
     *
     * @param size units in a step, at least 1
     */
    public UnitChances inSteps(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A step must have at least one unit, not %d.".formatted(size));
        }
        if (size == 1) {
            return this;
        }
        var steps = new double[last() / size + 2];
        for (int step = 0; step * size <= last(); step++) {
            int first = step * size;
            for (int above = 0; above < size && first + above <= last(); above++) {
                double share = (double) above / size;
                steps[step] += chances[first + above] * (1 - share);
                steps[step + 1] += chances[first + above] * share;
            }
        }
        return of(steps);
    }

    /** One of several, each with its chance. */
    static UnitChances mixed(List<UnitChances> several, List<Double> weights) {
        var mixed =
                new double[several.stream().mapToInt(UnitChances::last).max().orElse(0) + 1];
        for (int i = 0; i < several.size(); i++) {
            double weight = weights.get(i);
            var one = several.get(i).chances;
            for (int units = 0; units < one.length; units++) {
                mixed[units] += weight * one[units];
            }
        }
        return of(mixed);
    }

    /** This demand and another one that knows nothing of it, together. */
    public UnitChances plus(UnitChances other) {
        var sums = new double[last() + other.last() + 1];
        for (int one = 0; one <= last(); one++) {
            for (int two = 0; two <= other.last(); two++) {
                sums[one + two] += chances[one] * other.chances[two];
            }
        }
        return of(sums);
    }
}
