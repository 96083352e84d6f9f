package dev.storetwin.core.solver;

import java.util.function.LongToDoubleFunction;

/**
 * What somebody would make of more and more packs, and what packs take of what is scarce.
 *
 * <p>What lies between two known points is taken as lying on the line between them. Points that lie below the line from one before them to one
 * behind them are passed over: who gets that far goes on. So each further pack brings as much as the one before it, or less.
 */
public final class Claim {

    private static final double ROUNDING = 1e-12;

    /** So many numbers of packs are tried at most. */
    private static final int PLACES = 16;

    private final int[] limits;
    private final long[] perPack;
    private final long[] packs;
    private final double[] gains;
    private final double[] slopes;
    private final int segments;

    /**
     * @param packs   rising, the first the fewest that can be had, above zero
     * @param gains   of so many packs over having none
     * @param limits  numbers of the limits that this claim is under, each once
     * @param perPack what each pack takes of each of them
     */
    public Claim(long[] packs, double[] gains, int[] limits, long[] perPack) {
        if (packs.length != gains.length || limits.length != perPack.length) {
            throw new IllegalArgumentException("%d packs with %d gains, %d limits with %d uses."
                    .formatted(packs.length, gains.length, limits.length, perPack.length));
        }
        this.limits = limits.clone();
        this.perPack = perPack.clone();
        this.packs = new long[packs.length + 1];
        this.gains = new double[packs.length + 1];
        this.segments = hull(packs, gains);
        this.slopes = new double[segments];
        for (int i = 0; i < segments; i++) {
            slopes[i] = slope(i, this.packs[i + 1], this.gains[i + 1]);
        }
    }

    /**
     * Of what is worth something at any number of packs: it is tried at evenly spaced numbers, at each where they are few. Where fewer than all
     * would bring more, and somebody wants all of them all the same, it is all or nothing.
     *
     * @param least   the fewest packs that can be had, above zero
     * @param most    what is wished, no fewer
     * @param gain    of so many packs over having none
     * @param limits  numbers of the limits that this claim is under, each once
     * @param perPack what each pack takes of each of them
     */
    public static Claim tried(long least, long most, LongToDoubleFunction gain, int[] limits, long[] perPack) {
        int count = (int) Math.min(PLACES, most - least + 1);
        var packs = new long[count];
        var gains = new double[count];
        for (int i = 0; i < count; i++) {
            packs[i] = count == 1 ? most : least + (most - least) * i / (count - 1);
            gains[i] = gain.applyAsDouble(packs[i]);
        }
        var claim = new Claim(packs, gains, limits, perPack);
        return claim.wish() == most
                ? claim
                : new Claim(new long[] {most}, new double[] {gains[count - 1]}, limits, perPack);
    }

    /** Keeps the corners of the least concave function above all points, as far as it rises; answers how many segments it has. */
    private int hull(long[] given, double[] values) {
        int last = 0;
        for (int i = 0; i < given.length; i++) {
            if (given[i] <= (i == 0 ? 0 : given[i - 1])) {
                throw new IllegalArgumentException(
                        "Packs must rise, not from %d to %d.".formatted(i == 0 ? 0 : given[i - 1], given[i]));
            }
            while (last > 0 && slope(last, given[i], values[i]) >= slope(last - 1, packs[last], gains[last])) {
                last--;
            }
            if (values[i] > gains[last]) {
                last++;
                packs[last] = given[i];
                gains[last] = values[i];
            }
        }
        return last;
    }

    private double slope(int from, long toPacks, double toGain) {
        return (toGain - gains[from]) / (toPacks - packs[from]);
    }

    /** Adds what so many packs take to what is used of each limit, which stops at the most that can be counted. */
    public void addUse(long count, long[] used) {
        for (int i = 0; i < limits.length; i++) {
            long room = Long.MAX_VALUE - used[limits[i]];
            used[limits[i]] += Math.min(room, use(i, count));
        }
    }

    /** How many limits it is under. */
    int limits() {
        return limits.length;
    }

    /** The number of one of them. */
    public int limit(int index) {
        return limits[index];
    }

    /** What so many packs take of one of its limits. */
    long use(int index, long count) {
        return Math.multiplyExact(count, perPack[index]);
    }

    /** How often what a pack brings falls. */
    int segments() {
        return segments;
    }

    /** Packs up to the end of a segment; 0 for the end of segment -1. */
    long packsUpTo(int segment) {
        return packs[segment + 1];
    }

    double gainUpTo(int segment) {
        return gains[segment + 1];
    }

    /** What a pack of a segment brings. */
    double slope(int segment) {
        return slopes[segment];
    }

    /** What a pack costs at these prices of what is scarce. */
    double price(double[] prices) {
        double price = 0;
        for (int i = 0; i < limits.length; i++) {
            price += prices[limits[i]] * perPack[i];
        }
        return price;
    }

    /**
     * The last segment that is worth its price, -1 when none is: they are in falling order of what they bring for it. One that brings its price
     * but for rounding is not: prices are such values, and who sets a price would get ahead of those worth more.
     */
    int lastWorth(double[] prices) {
        double price = price(prices) * (1 + ROUNDING);
        int low = 0;
        int high = segments;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (slope(middle) > price) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Gain of so many packs. */
    public double gain(long count) {
        int segment = 0;
        while (segment < segments && packs[segment + 1] < count) {
            segment++;
        }
        return count == 0
                ? 0
                : segment == segments ? gains[segments] : gains[segment] + (count - packs[segment]) * slope(segment);
    }

    /** All that it would like to have. */
    public long wish() {
        return packs[segments];
    }
}
