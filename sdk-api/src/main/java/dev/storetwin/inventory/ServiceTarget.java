package dev.storetwin.inventory;

import dev.storetwin.type.Money;

/**
 * How well demand is to be served. The three are never the same: 95 % of the cycles without a stock-out can be 99.5 % of the units, and what a
 * shortage costs says which service is worth its price.
 */
public sealed interface ServiceTarget {

    /** In words, such as {@code fill rate of 98 %}. */
    String describe();

    /**
     * The share of replenishment cycles, from the arrival of an order to that of the next one, in which no demand finds nothing. How much is
     * lost in the others does not matter.
     *
     * @param share above 0 and below 1
     */
    record CycleService(double share) implements ServiceTarget {

        public CycleService {
            check(share);
        }

        @Override
        public String describe() {
            return "cycle service of " + percent(share);
        }
    }

    /**
     * The share of the units of demand that are sold from stock at once. How many cycles lose any does not matter.
     *
     * @param share above 0 and below 1
     */
    record FillRate(double share) implements ServiceTarget {

        public FillRate {
            check(share);
        }

        @Override
        public String describe() {
            return "fill rate of " + percent(share);
        }
    }

    /**
     * What is lost with one unit of demand that finds nothing: the order is the one that costs least with it.
     *
     * @param perUnit not negative
     */
    record ShortageCost(Money perUnit) implements ServiceTarget {

        public ShortageCost {
            if (perUnit.isNegative()) {
                throw new IllegalArgumentException(
                        "A shortage of one unit cannot cost %s.\nMaybe leave the target out where margins are to count."
                                .formatted(perUnit));
            }
        }

        @Override
        public String describe() {
            return "shortage cost of %s a unit".formatted(perUnit);
        }
    }

    private static void check(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("""
                    A service of %s must be above 0 and below 1.
                    Maybe it was given in percent: 0.95, not 95.""".formatted(share));
        }
    }

    private static String percent(double share) {
        double percent = Math.round(share * 1000) / 10.0;
        return (percent == Math.rint(percent) ? Long.toString(Math.round(percent)) : Double.toString(percent)) + " %";
    }
}
