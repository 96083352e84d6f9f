package dev.storetwin.core.forecast.intermittent;

import java.util.Arrays;

/**
 * Intermittent multiple aggregation (Petropoulos and Kourentzes 2015): the mean of what smoothing says in buckets of 1, 2, ... periods
 * up to the mean interval between demands.
 */
record Imapa(Rate smoothing) implements Rate {

    private static final int LONGEST = 60;

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
        int longest = Math.min(LONGEST, Adida.meanInterval(demand));
        double sum = 0;
        for (int length = 1; length <= longest; length++) {
            sum += Adida.inBuckets(demand, length, smoothing);
        }
        return sum / longest;
    }
}
