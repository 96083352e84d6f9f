package dev.storetwin.core.forecast.effects;

import dev.storetwin.core.numeric.Order;
import dev.storetwin.forecast.Regressors;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.Optional;

/**
 * A regressor as a departure from what is ordinary: the logarithm of a price over the median price, of any other column the difference
 * to its median. Beyond what was seen it stays at the most that was seen.
 *
 * @param departures of history and future; 0 where ordinary
 * @param largest    the largest departure of the history, for scale
 */
record Column(String name, double[] departures, double largest) {

    private static final double MOST_UNKNOWN = .2;
    private static final int FEWEST_DEPARTURES = 2;

    /** Why a column is of no use; empty when it is of use. */
    static Optional<String> refusal(TimeSeries series, String name, int horizon) {
        var values = values(series, name, horizon);
        var known = known(values, series.size());
        if (known.length < series.size() * (1 - MOST_UNKNOWN) || known.length == 0) {
            return Optional.of("unknown in too many periods of the history");
        }
        for (int i = series.size(); i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                return Optional.of("not known for the periods to come");
            }
        }
        double ordinary = median(known);
        long departures = 0;
        for (int i = 0; i < series.size(); i++) {
            departures += series.isKnown(i) && !Double.isNaN(values[i]) && values[i] != ordinary ? 1 : 0;
        }
        return departures == 0
                ? Optional.of("never varied")
                : departures < FEWEST_DEPARTURES ? Optional.of("varied only once") : Optional.empty();
    }

    static Column of(TimeSeries series, String name, int horizon) {
        var values = values(series, name, horizon);
        double ordinary = median(known(values, series.size()));
        boolean price = name.equals(Regressors.PRICE);
        var departures = new double[values.length];
        double lowest = 0;
        double highest = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                departures[i] = price ? StrictMath.log(values[i] / ordinary) : values[i] - ordinary;
            }
            if (i < series.size() && series.isKnown(i)) {
                lowest = Math.min(lowest, departures[i]);
                highest = Math.max(highest, departures[i]);
            }
        }
        for (int i = 0; i < values.length; i++) {
            departures[i] = Math.max(lowest, Math.min(highest, departures[i]));
        }
        return new Column(name, departures, Math.max(-lowest, highest));
    }

    /**
     * A column with its gaps in the plan closed: a price stays until another is planned, and where no promotion is planned there is none.
     * A plan that is not there at all stays unknown. A price that is not above zero is unknown.
     */
    private static double[] values(TimeSeries series, String name, int horizon) {
        var values = series.regressors().column(name, series.size() + horizon);
        boolean price = name.equals(Regressors.PRICE);
        for (int i = 0; i < values.length && price; i++) {
            values[i] = values[i] > 0 ? values[i] : Double.NaN;
        }
        boolean planned = Arrays.stream(values, series.size(), values.length).anyMatch(it -> !Double.isNaN(it));
        boolean closes = price || name.equals(Regressors.PROMOTION);
        for (int i = series.size(); i < values.length && planned && closes; i++) {
            double usual = price && i > 0 ? values[i - 1] : 0;
            values[i] = Double.isNaN(values[i]) ? usual : values[i];
        }
        return values;
    }

    private static double[] known(double[] values, int size) {
        return Arrays.stream(values, 0, size)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        double median = Order.quantile(sorted, .5);
        // An ordinary value is one that occurs: half a promotion is none.
        int at = Arrays.binarySearch(sorted, median);
        return at >= 0 ? median : sorted[Math.max(0, -at - 2)];
    }
}
