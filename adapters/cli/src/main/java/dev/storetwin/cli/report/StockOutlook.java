package dev.storetwin.cli.report;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How stock is expected to go on.
 *
 * @param unit      of the levels, such as {@code pieces}
 * @param lowLevel  probability of having less than {@link Level#low()}, such as 0.1
 * @param highLevel probability of having less than {@link Level#high()}, such as 0.9
 * @param levels    day by day
 * @param arrivals  what comes in meanwhile
 * @param orderUpTo the level that orders fill up to
 */
public record StockOutlook(
        String unit,
        double lowLevel,
        double highLevel,
        List<Level> levels,
        List<Arrival> arrivals,
        OptionalDouble orderUpTo) {

    public StockOutlook {
        levels = List.copyOf(levels);
        arrivals = List.copyOf(arrivals);
        if (!(lowLevel > 0 && highLevel < 1 && lowLevel < highLevel)) {
            throw new IllegalArgumentException(
                    "The band of a stock outlook lies between two probabilities, not between %s and %s."
                            .formatted(lowLevel, highLevel));
        }
        orderUpTo.ifPresent(it -> Finite.check("the order-up-to level", it));
    }

    /** Stock at the end of one day. */
    public record Level(LocalDate day, double low, double median, double high) {

        public Level {
            Finite.check("the stock of " + day, low);
            Finite.check("the stock of " + day, median);
            Finite.check("the stock of " + day, high);
        }
    }

    /**
     * Goods that come in.
     *
     * @param decided whether they come because of this decision; else they were on order before
     */
    public record Arrival(LocalDate day, double quantity, boolean decided) {

        public Arrival {
            Finite.check("the arrival of " + day, quantity);
        }
    }
}
