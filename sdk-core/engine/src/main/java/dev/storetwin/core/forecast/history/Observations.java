package dev.storetwin.core.forecast.history;

import dev.storetwin.core.forecast.distribution.Support;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.DataRange;
import java.util.Arrays;
import java.util.Optional;

/**
 * A history made ready for fitting: what says nothing about demand is {@code NaN}.
 *
 * <p>Masked are stock-outs and unknown values. Left out are the periods before the first sale when they are more than any later gap
 * explains (not on offer yet).
 */
public final class Observations {

    private static final double GIANT = 10;
    private static final double ORDINARY_SHARE = .99;
    private static final int FEWEST_FOR_GIANTS = 10;
    private static final int LAUNCH_GAPS = 2;
    private static final double FEW_UNITS = 100;
    private static final double WILD = 300;
    private static final double TOO_EVEN = .7;
    private static final int ENOUGH_TO_CALL_EVEN = 10;
    private static final double POISSON_PRIOR = 2;

    private final TimeSeries series;
    private final int start;
    private final double[] values;
    private final double largest;
    private final int known;
    private final boolean nonNegative;
    private final boolean whole;
    private final double mean;
    private final double unit;

    private Observations(TimeSeries series, int start, double[] values, double largest) {
        this.series = series;
        this.start = start;
        this.values = values;
        this.largest = largest;
        int known = 0;
        boolean nonNegative = true;
        boolean whole = true;
        double sum = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                known++;
                sum += value;
                nonNegative &= value >= 0;
                whole &= value == Math.rint(value);
            }
        }
        this.known = known;
        this.nonNegative = nonNegative;
        this.whole = whole;
        this.mean = known == 0 ? 0 : sum / known;
        this.unit = unit(values);
    }

    public static Observations of(TimeSeries series) {
        var all = new double[series.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = series.isKnown(i) ? series.value(i) : Double.NaN;
        }
        int start = firstOnOffer(all);
        var values = Arrays.copyOfRange(all, start, all.length);
        double largest = largestOrdinary(values);
        return new Observations(series, start, values, largest);
    }

    private static int firstOnOffer(double[] values) {
        int first = 0;
        while (first < values.length && Double.isNaN(values[first])) {
            first++;
        }
        int sale = first;
        int unsold = 0;
        while (sale < values.length && !(Math.abs(values[sale]) > 0)) {
            unsold += values[sale] == 0 ? 1 : 0;
            sale++;
        }
        if (sale == values.length) {
            return first;
        }
        return unsold > LAUNCH_GAPS * longestGap(values, sale) ? sale : first;
    }

    /** Most known periods without a sale between two sales, or after the last one; at least 1. */
    private static int longestGap(double[] values, int from) {
        int longest = 1;
        int gap = 0;
        for (int i = from; i < values.length; i++) {
            if (values[i] == 0) {
                longest = Math.max(longest, ++gap);
            } else if (!Double.isNaN(values[i])) {
                gap = 0;
            }
        }
        return longest;
    }

    /** Beyond this a value is a giant; infinite while there are too few values to tell. */
    private static double largestOrdinary(double[] values) {
        var sizes = Arrays.stream(values)
                .map(Math::abs)
                .filter(size -> size > 0)
                .sorted()
                .toArray();
        if (sizes.length < FEWEST_FOR_GIANTS) {
            return Double.POSITIVE_INFINITY;
        }
        return sizes[Math.min(sizes.length - 1, (int) (sizes.length * ORDINARY_SHARE)) - 1];
    }

    /** A later value as this history would have taken it: a giant cut down to the largest ordinary one. */
    public double ordinary(double value) {
        return Math.abs(value) > GIANT * largest ? Math.copySign(largest, value) : value;
    }

    public TimeSeries series() {
        return series;
    }

    /** Number of periods, from the first that counts to the end of the history. */
    public int size() {
        return values.length;
    }

    /** The live array, to be read only. */
    public double[] values() {
        return values;
    }

    /**
     * Squared coefficient of variation of what neither trend nor season explains: half the mean squared change, from one period to the
     * next or from one season to the next, whichever is less, by the squared mean. 0 without changes to see.
     */
    public double erraticness(int period) {
        double change = Math.min(squaredChange(1), squaredChange(Math.max(1, period)));
        return Double.isFinite(change) && mean != 0 ? change / 2 / (mean * mean) : 0;
    }

    private double squaredChange(int lag) {
        double sum = 0;
        int pairs = 0;
        for (int i = lag; i < values.length; i++) {
            double change = values[i] - values[i - lag];
            if (!Double.isNaN(change)) {
                sum += change * change;
                pairs++;
            }
        }
        return pairs == 0 ? Double.POSITIVE_INFINITY : sum / pairs;
    }

    /** What one of the history's own units is worth: the power of two next below the mean size of its values. */
    public double unit() {
        return unit;
    }

    private static double unit(double[] values) {
        double size = Arrays.stream(values)
                .filter(it -> !Double.isNaN(it))
                .map(Math::abs)
                .average()
                .orElse(1);
        return size > 0 ? Math.scalb(1.0, Math.getExponent(size)) : 1;
    }

    /** The values in the history's own unit: a new array. */
    public double[] inOwnUnit() {
        return Arrays.stream(values).map(it -> it / unit).toArray();
    }

    public int known() {
        return known;
    }

    public boolean isNonNegative() {
        return nonNegative;
    }

    public double mean() {
        return mean;
    }

    /** Which amounts demand can take, when its mean may be large. */
    public Support supportOfMany() {
        if (!nonNegative) {
            return Support.REAL;
        }
        return whole ? Support.WHOLE : Support.NON_NEGATIVE;
    }

    /**
     * Which amounts demand can take, given how it scatters.
     *
     * @param fitted one-step forecasts in the history's own unit
     */
    public Support support(double[] fitted) {
        boolean few = supportOfMany() == Support.WHOLE && mean < FEW_UNITS;
        return few && scattersLikeCounts(fitted) ? Support.COUNT : supportOfMany();
    }

    /** Neither so evenly nor so wildly that a distribution of counts could not do it. */
    private boolean scattersLikeCounts(double[] fitted) {
        double squares = POISSON_PRIOR * mean;
        double expected = POISSON_PRIOR * mean;
        for (int i = 0; i < fitted.length; i++) {
            double error = values[i] - fitted[i] * unit;
            if (!Double.isNaN(error)) {
                squares += error * error;
                expected += Math.max(0, fitted[i] * unit);
            }
        }
        double dispersion = expected > 0 ? squares / expected : 1;
        return dispersion < WILD && (dispersion >= TOO_EVEN || known < ENOUGH_TO_CALL_EVEN);
    }

    public Optional<DataRange> dataRange() {
        return known == 0
                ? Optional.empty()
                : Optional.of(new DataRange(series.labelOf(start), series.labelOf(start + values.length - 1), known));
    }
}
