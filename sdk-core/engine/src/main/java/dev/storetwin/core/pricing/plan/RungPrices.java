package dev.storetwin.core.pricing.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Lays out the prices that an item may take. */
public final class RungPrices {

    /** A ladder without endings or step has no more rungs than this. */
    public static final int USUAL_RUNGS = 100;

    private static final int MOST_RUNGS = 1_000;
    private static final long[] ROUND = {1, 2, 5};

    private RungPrices() {}

    /**
     * All prices that end so, both bounds included.
     *
     * @throws IllegalArgumentException when there are too many
     */
    public static List<Long> ofEndings(long low, long high, List<PriceEnding> endings) {
        var rungs = new TreeSet<Long>();
        for (var ending : endings) {
            requireFew(low, high, ending.modulus());
            for (long price = low + Math.floorMod(ending.rest() - low, ending.modulus());
                    price <= high;
                    price += ending.modulus()) {
                addPositive(price, rungs);
            }
        }
        return List.copyOf(rungs);
    }

    /**
     * All multiples of a step, and both bounds.
     *
     * @throws IllegalArgumentException when there are too many
     */
    public static List<Long> ofStep(long low, long high, long step) {
        requireFew(low, high, step);
        var rungs = new TreeSet<Long>();
        addPositive(low, rungs);
        for (long price = low + Math.floorMod(-low, step); price <= high; price += step) {
            addPositive(price, rungs);
        }
        addPositive(high, rungs);
        return List.copyOf(rungs);
    }

    /** The finest round step, from what a till can charge on, that gives {@link #USUAL_RUNGS} at most: 1, 2, 5, 10, 20, ... */
    public static long usualStep(long low, long high, PriceTicks ticks) {
        return roundStep(low, high, ticks, USUAL_RUNGS);
    }

    /** The same for so many rungs at most. */
    public static long roundStep(long low, long high, PriceTicks ticks, int rungs) {
        for (long tens = ticks.minor(); ; tens = Math.multiplyExact(tens, 10)) {
            for (long round : ROUND) {
                if ((high - low) / (tens * round) < rungs - 1) {
                    return tens * round;
                }
            }
        }
    }

    private static void requireFew(long low, long high, long step) {
        if ((high - low) / step >= MOST_RUNGS) {
            throw new IllegalArgumentException("""
                    A ladder from %d to %d ticks in steps of %d has more than %d rungs.
                    Maybe one bound is in another unit.""".formatted(low, high, step, MOST_RUNGS));
        }
    }

    private static void addPositive(long price, Set<Long> rungs) {
        if (price > 0) {
            rungs.add(price);
        }
    }
}
