package dev.storetwin.core.forecast.intermittent;

import java.util.Arrays;

/**
 * A history made ready for counting: known periods from the first sale on, in units fine enough and coarse enough to tabulate.
 *
 * <p>Takings back are no demand below zero. A giant value, beyond ten times the largest ordinary one, counts as that one: a single
 * mistaken or exceptional order must not set the level for months.
 */
final class History {

    private static final double MOST_CELLS = 600;
    private static final double FINE = 40;
    private static final double GIANT = 10;
    private static final double ORDINARY_SHARE = .99;
    private static final int FEWEST_FOR_GIANTS = 10;

    private final double unit;
    private final boolean whole;
    private final double[] counts;
    private final int[] times;
    private final int waited;
    private final double change;
    private final double largest;

    private History(double unit, boolean whole, double[] counts, int[] times, int waited) {
        this.unit = unit;
        this.whole = whole;
        this.counts = counts;
        this.times = times;
        this.waited = waited;
        this.change = change(counts);
        this.largest = Arrays.stream(counts).max().orElse(0);
    }

    /**
     * @param values oldest first, {@code NaN} for unknown
     */
    static History of(double[] values) {
        var counts = new double[values.length];
        var times = new int[values.length];
        int known = 0;
        int waited = 0;
        boolean whole = true;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                double value = Math.max(0, values[i]);
                if (known == 0 && value == 0) {
                    waited++;
                } else {
                    whole &= value == Math.rint(value);
                    times[known] = i;
                    counts[known++] = value;
                }
            }
        }
        counts = Arrays.copyOf(counts, known);
        cutGiants(counts);
        double unit = unit(counts, whole);
        for (int i = 0; i < known; i++) {
            counts[i] /= unit;
        }
        return new History(unit, whole, counts, Arrays.copyOf(times, known), waited);
    }

    private static double change(double[] counts) {
        double sum = 0;
        for (int i = 1; i < counts.length; i++) {
            sum += Math.abs(counts[i] - counts[i - 1]);
        }
        return counts.length < 2 ? 0 : sum / (counts.length - 1);
    }

    private static void cutGiants(double[] counts) {
        var sizes = Arrays.stream(counts).filter(size -> size > 0).sorted().toArray();
        if (sizes.length < FEWEST_FOR_GIANTS) {
            return;
        }
        double ordinary = sizes[Math.min(sizes.length - 1, (int) (sizes.length * ORDINARY_SHARE)) - 1];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = counts[i] > GIANT * ordinary ? ordinary : counts[i];
        }
    }

    /** One for counts that a table can hold; otherwise a fraction of what is usually sold at once. */
    private static double unit(double[] counts, boolean whole) {
        double largest = 0;
        double sum = 0;
        int sales = 0;
        for (double count : counts) {
            largest = Math.max(largest, count);
            sum += count;
            sales += count > 0 ? 1 : 0;
        }
        if (largest == 0 || (whole && largest <= MOST_CELLS)) {
            return 1;
        }
        double fine = Math.max(largest / MOST_CELLS, sum / sales / FINE);
        return whole ? Math.max(1, Math.rint(fine)) : Math.max(Double.MIN_NORMAL, fine);
    }

    /** Known periods from the beginning, waiting for the first sale included, in units. */
    double[] withWaiting() {
        var all = new double[waited + counts.length];
        System.arraycopy(counts, 0, all, waited, counts.length);
        return all;
    }

    boolean isSlow() {
        return DemandClass.of(counts).isSlow();
    }

    /** How often a sale had each size: by whole units, none and less than half a unit at 0. */
    double[] sizes() {
        var sizes = new double[(int) Math.rint(largest) + 1];
        for (double count : counts) {
            sizes[(int) Math.rint(count)] += count > 0 ? 1 : 0;
        }
        return sizes;
    }

    /** The amount that counts as one. */
    double unit() {
        return unit;
    }

    /** Every known value is a whole number. */
    boolean isWhole() {
        return whole;
    }

    /** Number of known periods from the first sale on. */
    int known() {
        return counts.length;
    }

    /** Units in a known period, the first sale being at 0. */
    double count(int index) {
        return counts[index];
    }

    /** Where in the series a known period stands. */
    int time(int index) {
        return times[index];
    }

    /** Known periods before the first sale. */
    int waited() {
        return waited;
    }

    /** Mean absolute change from one known period to the next, in units; 0 when nothing ever changed. */
    double change() {
        return change;
    }

    /** In units. */
    double largest() {
        return largest;
    }
}
