package dev.storetwin.core.forecast.global;

import dev.storetwin.forecast.TimeSeries;

/**
 * A series with running sums, so that what was known at any origin is read off at once. An origin is the number of periods seen.
 *
 * <p>Periods before the first sale do not count: the thing was not on offer yet.
 */
final class History {

    private final TimeSeries series;
    private final double[] values;
    private final int start;
    private final int[] known;
    private final int[] zeros;
    private final double[] sums;
    private final double[] sizes;
    private final int[] steps;
    private final double[] changes;
    private final int[] lastSale;
    private final boolean nonNegative;
    private final boolean whole;

    private History(TimeSeries series) {
        int n = series.size();
        this.series = series;
        this.values = new double[n];
        this.known = new int[n + 1];
        this.zeros = new int[n + 1];
        this.sums = new double[n + 1];
        this.sizes = new double[n + 1];
        this.steps = new int[n + 1];
        this.changes = new double[n + 1];
        this.lastSale = new int[n + 1];
        this.start = firstSale(series);
        boolean nonNegative = true;
        boolean whole = true;
        double before = Double.NaN;
        lastSale[0] = -1;
        for (int i = 0; i < n; i++) {
            double value = i >= start && series.isKnown(i) ? series.value(i) : Double.NaN;
            boolean isKnown = !Double.isNaN(value);
            boolean hasStep = isKnown && !Double.isNaN(before);
            values[i] = value;
            known[i + 1] = known[i] + (isKnown ? 1 : 0);
            zeros[i + 1] = zeros[i] + (value == 0 ? 1 : 0);
            sums[i + 1] = sums[i] + (isKnown ? value : 0);
            sizes[i + 1] = sizes[i] + (isKnown ? Math.abs(value) : 0);
            steps[i + 1] = steps[i] + (hasStep ? 1 : 0);
            changes[i + 1] = changes[i] + (hasStep ? Math.abs(value - before) : 0);
            lastSale[i + 1] = isKnown && value != 0 ? i : lastSale[i];
            nonNegative &= !(value < 0);
            whole &= !isKnown || value == Math.rint(value);
            before = value;
        }
        this.nonNegative = nonNegative;
        this.whole = whole;
    }

    static History of(TimeSeries series) {
        return new History(series);
    }

    private static int firstSale(TimeSeries series) {
        int first = 0;
        while (first < series.size() && !(series.isKnown(first) && series.value(first) != 0)) {
            first++;
        }
        return first;
    }

    TimeSeries series() {
        return series;
    }

    /** Number of periods, from the first of the series. */
    int size() {
        return values.length;
    }

    /** Index of the first sale, or the size when there was none. */
    int start() {
        return start;
    }

    /** {@code NaN} when unknown, or outside of the history. */
    double value(int index) {
        return index < 0 || index >= values.length ? Double.NaN : values[index];
    }

    boolean isNonNegative() {
        return nonNegative;
    }

    boolean isWhole() {
        return whole;
    }

    int known(int from, int to) {
        return count(known, from, to);
    }

    /** {@code NaN} when nothing is known from one period to before another. */
    double mean(int from, int to) {
        return ratio(sum(sums, from, to), known(from, to));
    }

    /** Mean of absolute values; {@code NaN} when nothing is known. */
    double meanSize(int from, int to) {
        return ratio(sum(sizes, from, to), known(from, to));
    }

    /** Mean of absolute values other than zero; {@code NaN} when there is none. */
    double saleSize(int from, int to) {
        return ratio(sum(sizes, from, to), known(from, to) - count(zeros, from, to));
    }

    double zeroShare(int from, int to) {
        return ratio(count(zeros, from, to), known(from, to));
    }

    /** Mean absolute change from one known period to the next; {@code NaN} without any. */
    double meanChange(int from, int to) {
        int first = Math.max(0, Math.min(from + 1, to));
        return ratio(sum(changes, first, to), count(steps, first, to));
    }

    /** The latest value known at an origin; {@code NaN} without any. */
    double lastKnown(int origin) {
        int i = origin - 1;
        while (i >= start && Double.isNaN(values[i])) {
            i--;
        }
        return i < start ? Double.NaN : values[i];
    }

    /** Periods since the last sale, 0 when it was the last one seen; {@code NaN} when there was none. */
    double sinceSale(int origin) {
        return lastSale[origin] < 0 ? Double.NaN : origin - 1 - lastSale[origin];
    }

    private static int count(int[] running, int from, int to) {
        return to <= 0 ? 0 : running[to] - running[Math.max(0, Math.min(from, to))];
    }

    private static double sum(double[] running, int from, int to) {
        return to <= 0 ? 0 : running[to] - running[Math.max(0, Math.min(from, to))];
    }

    private static double ratio(double sum, int count) {
        return count <= 0 ? Double.NaN : sum / count;
    }
}
