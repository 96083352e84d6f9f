package dev.storetwin.core.forecast.season;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decomposition into several seasons, each by STL from what the others leave, shortest first, in turn (Bandara, Hyndman and Bergmeir
 * 2021).
 */
public final class Mstl {

    private static final int ROUNDS = 2;
    /** The longer the season, the wider its window, in cycles. */
    private static final int FIRST_WINDOW = 11;

    private static final int WIDER = 4;
    private static final int TREND_WINDOWS = 4;
    private static final int FEWEST_FOR_TREND = 5;

    private Mstl() {}

    /**
     * Series = trend + seasons + rest.
     *
     * @param periods lengths of the seasons; those of half the series and longer are left out
     */
    public static Decomposition additive(double[] values, int... periods) {
        var lengths = Arrays.stream(periods)
                .filter(it -> it > 1 && values.length > 2 * it)
                .sorted()
                .distinct()
                .toArray();
        var filled = Gaps.filled(values, lengths.length == 0 ? 1 : lengths[0]);
        return lengths.length == 0 ? trendOnly(filled) : inTurn(filled, values, lengths);
    }

    /** Series = trend * seasons * rest, the logarithms being added up. Values that are not positive count as unknown. */
    public static Decomposition multiplicative(double[] values, int... periods) {
        var logs = Arrays.stream(values)
                .map(it -> it > 0 ? StrictMath.log(it) : Double.NaN)
                .toArray();
        return additive(logs, periods).exponential();
    }

    /** Whether the seasons stand out more in the logarithms than in the values themselves: only positive values can tell. */
    public static boolean isMultiplicative(double[] values, int... periods) {
        if (Arrays.stream(values).anyMatch(it -> it <= 0)) {
            return false;
        }
        return seasonStrength(multiplicative(values, periods)) > seasonStrength(additive(values, periods));
    }

    private static double seasonStrength(Decomposition parts) {
        return parts.seasons().stream().mapToDouble(parts::strength).sum();
    }

    private static Decomposition trendOnly(double[] filled) {
        if (filled.length < FEWEST_FOR_TREND) {
            return Decomposition.additive(filled, filled.clone(), List.of());
        }
        var ones = new double[filled.length];
        Arrays.fill(ones, 1);
        int window = Math.max(FEWEST_FOR_TREND, filled.length / TREND_WINDOWS) | 1;
        return Decomposition.additive(filled, Loess.of(window, 1).smooth(filled, ones), List.of());
    }

    private static Decomposition inTurn(double[] filled, double[] values, int[] periods) {
        var seasons = new double[periods.length][filled.length];
        var rest = filled.clone();
        var trend = rest;
        for (int round = 0; round < (periods.length == 1 ? 1 : ROUNDS); round++) {
            for (int i = 0; i < periods.length; i++) {
                add(rest, seasons[i], 1);
                var parts = Stl.windowed(periods[i], FIRST_WINDOW + WIDER * i).decompose(rest, values);
                seasons[i] = parts.seasons().get(0).live();
                trend = parts.trend();
                add(rest, seasons[i], -1);
            }
        }
        var parts = new ArrayList<SeasonalPart>();
        for (int i = 0; i < periods.length; i++) {
            parts.add(new SeasonalPart(periods[i], seasons[i]));
        }
        return Decomposition.additive(filled, trend, parts);
    }

    private static void add(double[] to, double[] part, int sign) {
        for (int i = 0; i < to.length; i++) {
            to[i] += sign * part[i];
        }
    }
}
