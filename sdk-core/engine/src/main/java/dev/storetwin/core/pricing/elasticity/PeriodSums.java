package dev.storetwin.core.pricing.elasticity;

import java.util.Arrays;

/** A number per row summed over the stores of each period, periods ascending. */
record PeriodSums(long[] periods, double[] sums) {

    static PeriodSums of(PricedSeries series, double[] column) {
        var periods = Arrays.stream(series.periods()).sorted().distinct().toArray();
        var sums = new double[periods.length];
        for (int row = 0; row < column.length; row++) {
            sums[Arrays.binarySearch(periods, series.periods()[row])] += column[row];
        }
        return new PeriodSums(periods, sums);
    }

    /** Correlation around zero over the periods that both have; 0 when these are fewer than three. */
    double correlation(PeriodSums other) {
        double one = 0;
        double two = 0;
        double both = 0;
        int shared = 0;
        for (int i = 0, j = 0; i < periods.length && j < other.periods.length; ) {
            if (periods[i] == other.periods[j]) {
                one += sums[i] * sums[i];
                two += other.sums[j] * other.sums[j];
                both += sums[i++] * other.sums[j++];
                shared++;
            } else if (periods[i] < other.periods[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared < 3 || !(one > 0 && two > 0) ? 0 : both / Math.sqrt(one * two);
    }
}
