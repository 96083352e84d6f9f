package dev.storetwin.core.forecast;

import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.DataRange;
import java.util.Arrays;
import java.util.Optional;

/**
 * A history made ready for fitting: what says nothing about demand is {@code NaN}.
 *
 * <p>Masked are stock-outs and unknown values. Left out are the periods before the first sale when they are more than any later gap
 * explains (not on offer yet). A giant value, beyond ten times the largest ordinary one, is cut down to that one: a single mistaken
 * or exceptional order must not set the level for months.
 */
final class Observations {

    private static final double GIANT = 10;
    private static final double ORDINARY_SHARE = .99;
    private static final int FEWEST_FOR_GIANTS = 10;
    private static final double INTERMITTENT = 1.32;
    private static final int LAUNCH_GAPS = 2;

    private final TimeSeries series;
    private final int start;
    private final double[] values;
    private final int known;
    private final int giants;
    private final boolean nonNegative;
    private final boolean whole;
    private final double mean;
    private final double zeroShare;
    private final SeasonalProfile season;
    private final double[] adjusted;

    private Observations(TimeSeries series, int start, double[] values, int giants) {
        this.series = series;
        this.start = start;
        this.values = values;
        this.giants = giants;
        int known = 0;
        int zeros = 0;
        boolean nonNegative = true;
        boolean whole = true;
        double sum = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                known++;
                sum += value;
                zeros += value == 0 ? 1 : 0;
                nonNegative &= value >= 0;
                whole &= value == Math.rint(value);
            }
        }
        this.known = known;
        this.nonNegative = nonNegative;
        this.whole = whole;
        this.mean = known == 0 ? 0 : sum / known;
        this.zeroShare = known == 0 ? 0 : (double) zeros / known;
        this.season = SeasonalProfile.of(values, series.seasonality(), nonNegative, zeros == 0);
        this.adjusted = season.adjust(values);
    }

    static Observations of(TimeSeries series) {
        var all = new double[series.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = series.isKnown(i) ? series.value(i) : Double.NaN;
        }
        int start = firstOnOffer(all);
        var values = Arrays.copyOfRange(all, start, all.length);
        return new Observations(series, start, values, cutGiants(values));
    }

    /** What was known after the first periods, counted from {@link #size()}'s start. */
    Observations head(int size) {
        return of(series.head(start + size));
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

    private static int cutGiants(double[] values) {
        var sizes = Arrays.stream(values)
                .map(Math::abs)
                .filter(size -> size > 0)
                .sorted()
                .toArray();
        if (sizes.length < FEWEST_FOR_GIANTS) {
            return 0;
        }
        int ordinaries = Math.min(sizes.length - 1, (int) (sizes.length * ORDINARY_SHARE));
        double ordinary = sizes[ordinaries - 1];
        if (sizes[sizes.length - 1] <= GIANT * ordinary) {
            return 0;
        }
        int giants = 0;
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) > GIANT * ordinary) {
                values[i] = Math.copySign(ordinary, values[i]);
                giants++;
            }
        }
        return giants;
    }

    TimeSeries series() {
        return series;
    }

    /** Number of periods, from the first that counts to the end of the history. */
    int size() {
        return values.length;
    }

    /** The live array, to be read only. */
    double[] values() {
        return values;
    }

    /** The same without season: the live array, to be read only. Unknown also where the season leaves nothing to see. */
    double[] adjusted() {
        return adjusted;
    }

    SeasonalProfile season() {
        return season;
    }

    int known() {
        return known;
    }

    int giants() {
        return giants;
    }

    boolean isNonNegative() {
        return nonNegative;
    }

    /** Every known value is a whole number. */
    boolean isWhole() {
        return whole;
    }

    double mean() {
        return mean;
    }

    /** Nothing is sold in so many periods that waiting and selling are two things (Syntetos, Boylan and Croston 2005). */
    boolean isIntermittent() {
        return nonNegative && (1 - zeroShare) * INTERMITTENT <= 1;
    }

    double zeroShare() {
        return zeroShare;
    }

    Optional<DataRange> dataRange() {
        return known == 0
                ? Optional.empty()
                : Optional.of(new DataRange(series.labelOf(start), series.labelOf(start + values.length - 1), known));
    }
}
