package dev.storetwin.core.forecast.ets;

/**
 * A series ready to be fitted: known or {@code NaN}, gaps also closed by straight lines, and brought to a size near a hundred by a
 * power of two when its own is far from ordinary, because the search takes its first steps by size.
 */
final class EtsSeries {

    /** Squares of larger numbers would soon leave what a double can hold. */
    private static final double LARGEST = 1e100;

    private static final int SMALLEST_POWER = -1;
    private static final int LARGEST_POWER = 20;
    private static final int USUAL_POWER = 7;

    /** As they came. */
    final double[] original;

    /** In units of {@link #unit}. */
    final double[] values;

    final double[] filled;

    /** A power of two. */
    final double unit;

    final int known;
    final boolean positive;
    final boolean constant;

    private EtsSeries(double[] original, double[] values, double unit) {
        this.original = original;
        this.values = values;
        this.unit = unit;
        int count = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double it : values) {
            if (!Double.isNaN(it)) {
                count++;
                least = Math.min(least, it);
                most = Math.max(most, it);
            }
        }
        this.known = count;
        this.positive = least > 0;
        this.constant = least >= most;
        this.filled = known == 0 ? values : filled(values);
    }

    /** What is infinite, or as good as that, is not known. */
    static EtsSeries of(double[] raw) {
        var original = new double[raw.length];
        var values = new double[raw.length];
        double unit = unit(raw);
        for (int i = 0; i < raw.length; i++) {
            original[i] = orUnknown(raw[i]);
            values[i] = original[i] / unit;
        }
        return new EtsSeries(original, values, unit);
    }

    static double orUnknown(double value) {
        return Math.abs(value) <= LARGEST ? value : Double.NaN;
    }

    private static double unit(double[] raw) {
        double sum = 0;
        int count = 0;
        for (double it : raw) {
            if (Math.abs(it) <= LARGEST) {
                count++;
                sum += Math.abs(it);
            }
        }
        double mean = sum / Math.max(1, count);
        if (mean == 0) {
            return 1;
        }
        int power = Math.getExponent(mean);
        boolean ordinary = power >= SMALLEST_POWER && power <= LARGEST_POWER;
        return ordinary ? 1 : Math.scalb(1., power - USUAL_POWER);
    }

    private static double[] filled(double[] values) {
        var filled = values.clone();
        int last = -1;
        for (int i = 0; i <= values.length; i++) {
            boolean isEnd = i == values.length;
            if (isEnd || !Double.isNaN(values[i])) {
                bridge(filled, last, isEnd ? -1 : i);
                last = i;
            }
        }
        return filled;
    }

    /** Closes the gap between two known places; -1 stands for an end of the series, where the known side goes on. */
    private static void bridge(double[] filled, int left, int right) {
        int first = left + 1;
        int end = right < 0 ? filled.length : right;
        for (int i = first; i < end; i++) {
            if (left < 0) {
                filled[i] = filled[right];
            } else if (right < 0) {
                filled[i] = filled[left];
            } else {
                double share = (double) (i - left) / (right - left);
                filled[i] = filled[left] + share * (filled[right] - filled[left]);
            }
        }
    }
}
