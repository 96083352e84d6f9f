package dev.storetwin.core.pricing.elasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The observations of one series, sorted by store, then period.
 *
 * @param items    which of its stores a row is of, counted from 0
 * @param controls by column, then row
 * @param remarks  on rows that were left out
 */
record PricedSeries(
        String name,
        String group,
        int[] items,
        long[] periods,
        double[] prices,
        double[] units,
        double[] costs,
        double[][] controls,
        List<String> remarks) {

    /** A price this many times its usual one, or this small a part of it, is a slip of the pen. */
    private static final double PRICE_SLIP = StrictMath.log(8);

    /** A cost above so many times the price, or below so small a part of it, is in another unit. */
    private static final double DEAREST_COST = 20;

    private static final double CHEAPEST_COST = .001;
    private static final double UNITS_SLIP = StrictMath.log(100);
    private static final double DEVIATIONS = 6;
    private static final double NORMAL_MAD = 1.4826;

    int size() {
        return items.length;
    }

    int stores() {
        return items.length == 0 ? 0 : items[items.length - 1] + 1;
    }

    /** How many periods have a row. */
    int distinctPeriods() {
        return (int) Arrays.stream(periods).distinct().count();
    }

    /** From one period to the next, as it usually is; at least 1. */
    long step() {
        var steps = IntStream.range(1, size())
                .filter(row -> items[row] == items[row - 1])
                .mapToLong(row -> periods[row] - periods[row - 1])
                .sorted()
                .toArray();
        return steps.length == 0 ? 1 : Math.max(1, steps[steps.length / 2]);
    }

    /** Without rows that teach nothing or cannot be true; these are counted in the remarks. */
    PricedSeries sound() {
        var known = keep(row -> prices[row] > 0 && units[row] >= 0);
        int free = (int) IntStream.range(0, size())
                .filter(row -> prices[row] == 0 && units[row] >= 0)
                .count();
        var remarks = new ArrayList<String>();
        remark(remarks, free, "at a price of zero");
        var priced = known.without(known.slips(known.prices, PRICE_SLIP));
        remark(remarks, known.size() - priced.size(), "at a price many times or a small part of its usual one");
        var sold = priced.without(priced.slips(priced.units, UNITS_SLIP));
        remark(remarks, priced.size() - sold.size(), "with units many times or a small part of the usual");
        sold.costsInAnotherUnit().ifPresent(remarks::add);
        return sold.withCostsThatMatch(remarks);
    }

    /** Only how costs move counts here, so all of them in another unit change no estimate; whoever reads it should know all the same. */
    private Optional<String> costsInAnotherUnit() {
        var logs = IntStream.range(0, size())
                .filter(row -> costs[row] > 0)
                .mapToDouble(row -> StrictMath.log(costs[row] / prices[row]))
                .sorted()
                .toArray();
        if (logs.length == 0) {
            return Optional.empty();
        }
        double ratio = StrictMath.exp(logs[logs.length / 2]);
        return ratio > DEAREST_COST || ratio < CHEAPEST_COST
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "its costs are %.3g times its prices, as if in another unit or currency: only how they move is used",
                        ratio))
                : Optional.empty();
    }

    private static void remark(List<String> remarks, int count, String what) {
        if (count > 0) {
            remarks.add("%d %s %s left out".formatted(count, count == 1 ? "row" : "rows", what));
        }
    }

    private PricedSeries withCostsThatMatch(List<String> remarks) {
        var slips = slips(costs, PRICE_SLIP);
        var matched = costs.clone();
        int count = 0;
        for (int row = 0; row < size(); row++) {
            if (slips[row]) {
                matched[row] = Double.NaN;
                count++;
            }
        }
        if (count > 0) {
            remarks.add("%d costs many times or a small part of the usual not used".formatted(count));
        }
        return new PricedSeries(name, group, items, periods, prices, units, matched, controls, List.copyOf(remarks));
    }

    /** Values above zero that lie farther from their item's median than can be, by their logarithms. */
    private boolean[] slips(double[] values, double farthest) {
        var slips = new boolean[size()];
        for (int from = 0; from < size(); ) {
            int to = from;
            while (to < size() && items[to] == items[from]) {
                to++;
            }
            mark(values, from, to, farthest, slips);
            from = to;
        }
        return slips;
    }

    private static void mark(double[] values, int from, int to, double farthest, boolean[] slips) {
        var logs = IntStream.range(from, to)
                .filter(row -> values[row] > 0)
                .mapToDouble(row -> StrictMath.log(values[row]))
                .sorted()
                .toArray();
        if (logs.length == 0) {
            return;
        }
        double median = logs[logs.length / 2];
        var distances =
                Arrays.stream(logs).map(it -> Math.abs(it - median)).sorted().toArray();
        double limit = Math.max(farthest, DEVIATIONS * NORMAL_MAD * distances[distances.length / 2]);
        for (int row = from; row < to; row++) {
            slips[row] = values[row] > 0 && Math.abs(StrictMath.log(values[row]) - median) > limit;
        }
    }

    private PricedSeries without(boolean[] rows) {
        return keep(row -> !rows[row]);
    }

    PricedSeries keep(IntPredicate rows) {
        var kept = IntStream.range(0, size()).filter(rows).toArray();
        if (kept.length == size()) {
            return this;
        }
        var renumbered = new int[kept.length];
        for (int i = 1; i < kept.length; i++) {
            renumbered[i] = renumbered[i - 1] + (items[kept[i]] == items[kept[i - 1]] ? 0 : 1);
        }
        return new PricedSeries(
                name,
                group,
                renumbered,
                Arrays.stream(kept).mapToLong(row -> periods[row]).toArray(),
                pick(prices, kept),
                pick(units, kept),
                pick(costs, kept),
                Arrays.stream(controls).map(column -> pick(column, kept)).toArray(double[][]::new),
                remarks);
    }

    private static double[] pick(double[] column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
    }

    /** A column minus each item's mean. */
    double[] within(double[] column) {
        var centred = new double[column.length];
        for (int from = 0; from < size(); ) {
            double sum = 0;
            int to = from;
            for (; to < size() && items[to] == items[from]; to++) {
                sum += column[to];
            }
            double mean = sum / (to - from);
            for (int row = from; row < to; row++) {
                centred[row] = column[row] - mean;
            }
            from = to;
        }
        return centred;
    }
}
