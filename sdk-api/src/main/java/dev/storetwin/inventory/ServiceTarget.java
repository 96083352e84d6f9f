package dev.storetwin.inventory;

import dev.storetwin.type.Money;

/**
 * How much service stock should give. The three are different things: of 100 units asked for in a cycle, one unit lost in each second cycle is a
 * cycle service of 50 % and a fill rate of 99.5 %.
 */
public sealed interface ServiceTarget {

    /** For example {@code a cycle service of 95 %}. */
    String inWords();

    /**
     * In how many cycles nobody is turned away, a cycle being the time from one delivery to the next. How much is lost in the others does not matter.
     *
     * @param probability above 0 and below 1
     */
    record CycleService(double probability) implements ServiceTarget {

        public CycleService {
            requireShare("cycle service", probability);
        }

        @Override
        public String inWords() {
            return "a cycle service of " + percent(probability);
        }
    }

    /**
     * Which share of the units that are asked for is served from the shelf.
     *
     * @param share above 0 and below 1
     */
    record FillRate(double share) implements ServiceTarget {

        public FillRate {
            requireShare("fill rate", share);
        }

        @Override
        public String inWords() {
            return "a fill rate of " + percent(share);
        }
    }

    /**
     * What a unit costs that is asked for and not there: the margin, and what a disappointed customer costs beyond it.
     *
     * @param unit above zero, in the currency of the SKU's cost
     */
    record ShortageCost(Money unit) implements ServiceTarget {

        public ShortageCost {
            if (!unit.isPositive()) {
                throw new IllegalArgumentException(
                        "A shortage must cost something, not %s.\nMaybe leave the target out: then the margin is taken."
                                .formatted(unit));
            }
        }

        @Override
        public String inWords() {
            return "a shortage cost of %s a unit".formatted(unit);
        }
    }

    private static void requireShare(String what, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("""
                    A %s must be above 0 and below 1, not %s.
                    Maybe it was given in percent: 0.95, not 95.""".formatted(what, share));
        }
    }

    private static String percent(double share) {
        return Math.round(share * 1000) / 10.0 + " %";
    }
}
