package dev.storetwin.core.forecast.pooled;

import dev.storetwin.forecast.TimeSeries;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the weeks of the year differ, learned from many series together.
 *
 * <p>One series has seen each week of the year two or three times, which is too little to tell season from chance; all series of a
 * department have seen it hundreds of times. A factor is what was sold in a week of the year by what its series sell on average.
 * Each group is drawn to the group that it is part of, the more so the less it has sold, and the outermost to "no season". Big
 * sellers count by the square root of their size, so that none of them is the season.
 */
final class SeasonPool {

    /** The rare week 53 shares the factor of week 52. */
    private static final int LAST_WEEK = 52;

    private static final int WEEKS = LAST_WEEK + 1;
    private static final double LEAST_SIZE = .3;
    private static final double SHOP_PRIOR = 5;
    private static final double GROUP_PRIOR = 300;

    private final double[][] factors;

    private SeasonPool(double[][] factors) {
        this.factors = factors;
    }

    /** Factors of all series, in their order. */
    static SeasonPool of(List<PooledSeries> series) {
        var seen = series.stream().map(it -> Seen.of(it.history())).toList();
        var factors = new double[series.size()][];
        var none = new double[WEEKS];
        Arrays.fill(none, 1);
        draw(series, seen, 0, none, SHOP_PRIOR, indices(series.size()), factors);
        return new SeasonPool(factors);
    }

    /** The factor of a series in a period, counted from the start of its history and beyond its end. */
    double factor(int series, TimeSeries history, int period) {
        return factors[series][week(history, period)];
    }

    /** The factors of the periods up to before {@code until}. */
    double[] factors(int series, TimeSeries history, int until) {
        var all = new double[until];
        for (int period = 0; period < until; period++) {
            all[period] = factor(series, history, period);
        }
        return all;
    }

    private static int week(TimeSeries history, int period) {
        var date = history.calendar().orElseThrow().dateOf(period);
        return Math.min(LAST_WEEK, date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static List<Integer> indices(int count) {
        var indices = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            indices.add(i);
        }
        return indices;
    }

    /** Works out the factors of one group, then those of the groups inside it. */
    private static void draw(
            List<PooledSeries> series,
            List<Seen> seen,
            int depth,
            double[] outer,
            double prior,
            List<Integer> members,
            double[][] factors) {
        var own = ratios(seen, members, outer, prior);
        var inside = new HashMap<String, List<Integer>>();
        for (int member : members) {
            var groups = series.get(member).groups();
            if (depth < groups.size()) {
                inside.computeIfAbsent(groups.get(depth), it -> new ArrayList<>())
                        .add(member);
            } else {
                factors[member] = own;
            }
        }
        for (Map.Entry<String, List<Integer>> group : inside.entrySet()) {
            draw(series, seen, depth + 1, own, GROUP_PRIOR, group.getValue(), factors);
        }
    }

    private static double[] ratios(List<Seen> seen, List<Integer> members, double[] outer, double prior) {
        var sold = new double[WEEKS];
        var usual = new double[WEEKS];
        for (int member : members) {
            seen.get(member).addTo(sold, usual);
        }
        var ratios = new double[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            ratios[week] = (sold[week] + prior * outer[week]) / (usual[week] + prior);
        }
        return ratios;
    }

    /**
     * What one series sold by week of the year, and what it would have sold without season.
     *
     * @param sold  units, weighted
     * @param usual units, weighted
     */
    private record Seen(double[] sold, double[] usual) {

        static Seen of(TimeSeries history) {
            var sold = new double[WEEKS];
            var usual = new double[WEEKS];
            double average = average(history);
            double weight = average > 0 ? 1 / Math.sqrt(Math.max(LEAST_SIZE, average)) : 0;
            for (int period = 0; period < history.size(); period++) {
                if (history.isKnown(period)) {
                    int week = week(history, period);
                    sold[week] += weight * history.value(period);
                    usual[week] += weight * average;
                }
            }
            return new Seen(sold, usual);
        }

        private static double average(TimeSeries history) {
            double sum = 0;
            int known = 0;
            for (int period = 0; period < history.size(); period++) {
                if (history.isKnown(period)) {
                    sum += history.value(period);
                    known++;
                }
            }
            return known == 0 ? 0 : sum / known;
        }

        void addTo(double[] sums, double[] usuals) {
            for (int week = 0; week < WEEKS; week++) {
                sums[week] += sold[week];
                usuals[week] += usual[week];
            }
        }
    }
}
