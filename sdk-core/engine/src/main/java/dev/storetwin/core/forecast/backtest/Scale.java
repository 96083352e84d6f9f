package dev.storetwin.core.forecast.backtest;

import dev.storetwin.forecast.TimeSeries;

/**
 * What errors of a series are measured by: how much it changes by itself. 0 for a history that never moves.
 *
 * @param seasonalChange mean absolute change from one season to the next (Hyndman and Koehler 2006)
 * @param change         mean absolute change from one period to the next since the first sale
 * @param squaredChange  mean of its square
 */
record Scale(double seasonalChange, double change, double squaredChange) {

    static Scale of(TimeSeries history) {
        int start = firstSale(history);
        return new Scale(
                mean(history, 0, history.seasonality().shortest(), 1),
                mean(history, start, 1, 1),
                mean(history, start, 1, 2));
    }

    private static int firstSale(TimeSeries history) {
        int first = 0;
        while (first < history.size() && !(history.isKnown(first) && history.value(first) != 0)) {
            first++;
        }
        return first;
    }

    private static double mean(TimeSeries history, int start, int lag, int power) {
        double sum = 0;
        int pairs = 0;
        for (int i = start + lag; i < history.size(); i++) {
            if (history.isKnown(i) && history.isKnown(i - lag)) {
                double change = Math.abs(history.value(i) - history.value(i - lag));
                sum += power == 1 ? change : change * change;
                pairs++;
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }
}
