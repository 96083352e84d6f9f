package dev.storetwin.core.forecast.intermittent;

import java.util.Arrays;

/**
 * Aggregate, forecast, disaggregate (Nikolopoulos et al. 2011): sums over buckets as long as the mean interval between demands,
 * counted from the end, are smoothed and spread evenly.
 */
record Adida(Rate smoothing) implements Rate {

    @Override
    public double[] after(double[] demand) {
        var rates = new double[demand.length];
        for (int i = 0; i < demand.length; i++) {
            rates[i] = atLast(Arrays.copyOf(demand, i + 1));
        }
        return rates;
    }

    @Override
    public double atLast(double[] demand) {
        return inBuckets(demand, meanInterval(demand), smoothing);
    }

    /** Periods from one demand to the next, the first counted from the beginning; at least 1. */
    static int meanInterval(double[] demand) {
        int last = 0;
        int sales = 0;
        for (int i = 0; i < demand.length; i++) {
            if (demand[i] > 0) {
                sales++;
                last = i + 1;
            }
        }
        return sales == 0 ? 1 : (int) Math.rint((double) last / sales);
    }

    /** Smoothed demand per period, seen in whole buckets; what does not fill one at the beginning is left out. */
    static double inBuckets(double[] demand, int length, Rate smoothing) {
        var sums = new double[demand.length / length];
        int start = demand.length - sums.length * length;
        for (int i = start; i < demand.length; i++) {
            sums[(i - start) / length] += demand[i];
        }
        return smoothing.atLast(sums) / length;
    }
}
