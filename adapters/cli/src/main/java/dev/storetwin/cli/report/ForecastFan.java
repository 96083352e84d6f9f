package dev.storetwin.cli.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What was sold and what is expected, period by period.
 *
 * @param unit    such as {@code units per day}
 * @param method  what foretold it, such as {@code theta}
 * @param days    length of a period in days
 * @param history oldest first
 * @param levels  of the quantiles, ascending, each above 0 and below 1
 * @param future  the periods that follow the history
 */
public record ForecastFan(
        String unit, String method, int days, List<Sold> history, List<Double> levels, List<Expected> future) {

    public ForecastFan {
        history = List.copyOf(history);
        levels = List.copyOf(levels);
        future = List.copyOf(future);
        for (var expected : future) {
            if (expected.quantiles().size() != levels.size()) {
                throw new IllegalArgumentException(
                        "A forecast has one quantile per level: there are levels %s, but %s has quantiles %s."
                                .formatted(levels, expected.from(), expected.quantiles()));
            }
        }
    }

    /**
     * From arrays.
     *
     * @param from      first day of the first sales
     * @param days      length of a period
     * @param sales     oldest first
     * @param inStock   of the same length
     * @param mean      one per period to come
     * @param quantiles one row per period to come, one column per level
     */
    public static ForecastFan of(
            String unit,
            String method,
            LocalDate from,
            int days,
            double[] sales,
            boolean[] inStock,
            double[] mean,
            List<Double> levels,
            double[][] quantiles) {
        var history = new ArrayList<Sold>();
        for (int i = 0; i < sales.length; i++) {
            history.add(new Sold(from.plusDays((long) i * days), sales[i], inStock[i]));
        }
        var future = new ArrayList<Expected>();
        for (int i = 0; i < mean.length; i++) {
            var row = new ArrayList<Double>();
            for (double quantile : quantiles[i]) {
                row.add(quantile);
            }
            future.add(new Expected(from.plusDays((long) (sales.length + i) * days), mean[i], row));
        }
        return new ForecastFan(unit, method, days, history, levels, future);
    }

    /** With the newest periods of the history alone, so that the fan stays readable. */
    public ForecastFan withNewest(int periods) {
        int first = Math.max(0, history.size() - periods);
        return new ForecastFan(unit, method, days, history.subList(first, history.size()), levels, future);
    }

    /**
     * One period of the past.
     *
     * @param from    its first day
     * @param sales   what was sold; what would have been sold is more where it was not in stock
     * @param inStock whether it could be bought throughout
     */
    public record Sold(LocalDate from, double sales, boolean inStock) {

        public Sold {
            Finite.check("sales of " + from, sales);
        }
    }

    /**
     * One period to come.
     *
     * @param from      its first day
     * @param quantiles one for each level, ascending
     */
    public record Expected(LocalDate from, double mean, List<Double> quantiles) {

        public Expected {
            quantiles = List.copyOf(quantiles);
            Finite.check("the forecast of " + from, mean);
            quantiles.forEach(it -> Finite.check("a quantile of " + from, it));
        }
    }
}
