package dev.storetwin.core.inventory;

import dev.storetwin.core.forecast.pooled.PooledForecaster;
import dev.storetwin.core.forecast.pooled.PooledSeries;
import dev.storetwin.forecast.DemandForecast;
import java.util.List;

/**
 * One order per shelf at the end of each week, for shops that review all shelves together.
 *
 * <p>Demand is foretold for all shelves at once, so that they share what they know of the season; then each shelf's order is the one
 * that costs least over futures of its demand, with lost sales until it comes.
 *
 * @param leadWeeks whole weeks that pass before an order is on the shelf: with 2, an order at the end of week k comes at the start of
 *                  week k + 3
 * @param holding   cost of a unit on the shelf at the end of a week
 * @param shortage  cost of a unit of demand that finds nothing
 * @param paths     futures that quantities are tried on
 * @param seed      of the futures
 */
public record WeeklyReplenishment(int leadWeeks, double holding, double shortage, int paths, long seed) {

    private static final int PATHS = 1_000;
    private static final int REVIEW = 1;
    private static final int LONGEST_LEAD = 104;

    /** A unit that waits for a buyer for a year is written off. */
    private static final int WRITE_OFF_WEEKS = 52;

    public WeeklyReplenishment {
        if (leadWeeks < 0 || leadWeeks > LONGEST_LEAD || paths < 1) {
            throw new IllegalArgumentException("leadWeeks (%d) must be between 0 and %d, and paths (%d) at least 1."
                    .formatted(leadWeeks, LONGEST_LEAD, paths));
        }
        if (!(holding > 0 && shortage > 0) || Double.isInfinite(holding + shortage)) {
            throw new IllegalArgumentException(
                    "holding (%s) and shortage (%s) must both cost something.".formatted(holding, shortage));
        }
    }

    public static WeeklyReplenishment of(int leadWeeks, double holding, double shortage) {
        return new WeeklyReplenishment(leadWeeks, holding, shortage, PATHS, 1);
    }

    public WeeklyReplenishment withSeed(long seed) {
        return new WeeklyReplenishment(leadWeeks, holding, shortage, paths, seed);
    }

    /** Whole units, not negative, one number per shelf in their order. */
    public long[] orders(List<Shelf> shelves) {
        var series = shelves.stream()
                .map(it -> new PooledSeries(it.sales(), it.groups()))
                .toList();
        var forecasts = new PooledForecaster().forecast(series, horizon());
        var orders = new long[shelves.size()];
        for (int i = 0; i < orders.length; i++) {
            orders[i] = order(shelves.get(i), forecasts.get(i));
        }
        return orders;
    }

    private int horizon() {
        return leadWeeks + 2 * REVIEW;
    }

    private long order(Shelf shelf, DemandForecast forecast) {
        var arrivals = new double[horizon()];
        for (int week = 0; week < Math.min(arrivals.length, shelf.inTransit().size()); week++) {
            arrivals[week] = shelf.inTransit().get(week);
        }
        var costs = new OrderCosts(
                forecast.paths(paths, seed),
                shelf.onHand(),
                arrivals,
                leadWeeks,
                REVIEW,
                new CostRates(holding, shortage, WRITE_OFF_WEEKS * holding),
                1);
        return costs.bestUnits();
    }
}
