package dev.storetwin.core.pricing.elasticity;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Signs that units are not what shoppers wanted: weeks at different prices that all end at one highest number, as where a shelf ran out, or few units and never none,
 * as where weeks without sales were not written down. Either way the best weeks at low prices, or the worst at high ones, are hidden, and
 * demand seems to answer less to price than it does.
 */
final class Truncation {

    private static final double CHANCE = 1e-4;
    private static final int FEWEST_AT_TOP = 4;
    private static final double LEAST_AT_TOP = .03;
    private static final double NEAR_TOP = .1;
    private static final double SAME_PRICE = 1.002;
    private static final double MANY_ZEROS = 3;

    private Truncation() {}

    /** In words; empty where there is none. */
    static Optional<String> of(PricedSeries series) {
        int atTop = 0;
        for (int from = 0; from < series.size(); ) {
            int to = from;
            while (to < series.size() && series.items()[to] == series.items()[from]) {
                to++;
            }
            atTop += atTop(Arrays.copyOfRange(series.units(), from, to), Arrays.copyOfRange(series.prices(), from, to));
            from = to;
        }
        if (atTop >= Math.max(FEWEST_AT_TOP, LEAST_AT_TOP * series.size())) {
            return Optional.of("%s at different prices ended at the same highest number of units, as if sold out"
                    .formatted(Words.count(atTop, "row", "rows")));
        }
        return zerosLeftOut(series)
                ? Optional.of("few units and never none, with periods missing: those without sales seem to be left out")
                : Optional.empty();
    }

    /** Rows at the highest number, when these are more than a falling tail of demand would have there; else 0. */
    private static int atTop(double[] units, double[] prices) {
        double top = Arrays.stream(units).max().orElse(0);
        int at = (int) Arrays.stream(units).filter(it -> it == top).count();
        if (top == 0 || at < Math.max(FEWEST_AT_TOP, LEAST_AT_TOP * units.length)) {
            return 0;
        }
        var atTop = IntStream.range(0, units.length)
                .filter(it -> units[it] == top)
                .mapToDouble(it -> prices[it])
                .summaryStatistics();
        if (atTop.getMax() <= SAME_PRICE * atTop.getMin()) {
            return 0;
        }
        double below = Math.min(top - 1, (1 - NEAR_TOP) * top);
        int near = (int) Arrays.stream(units).filter(it -> it >= below).count();
        double share = 1 / (1 + Math.max(1, Math.floor(NEAR_TOP * top)));
        return atLeast(at, near, share) < CHANCE ? at : 0;
    }

    /** Chance of so many of all or more, each with this probability. */
    private static double atLeast(int many, int all, double probability) {
        double term = StrictMath.pow(1 - probability, all);
        double below = 0;
        for (int count = 0; count < many; count++) {
            below += term;
            term *= (double) (all - count) / (count + 1) * probability / (1 - probability);
        }
        return 1 - below;
    }

    private static boolean zerosLeftOut(PricedSeries series) {
        var units = series.units();
        double mean = Arrays.stream(units).average().orElse(0);
        if (Arrays.stream(units).anyMatch(it -> it < 1 || it != Math.rint(it))) {
            return false;
        }
        double level = mean;
        for (int round = 0; round < 60; round++) {
            level = mean * (1 - StrictMath.exp(-level));
        }
        double expected = level > 0 ? units.length / StrictMath.expm1(level) : units.length;
        return expected > MANY_ZEROS && gaps(series) > expected / 2;
    }

    private static double gaps(PricedSeries series) {
        double gaps = 0;
        long step = series.step();
        for (int row = 1; row < series.size(); row++) {
            if (series.items()[row] == series.items()[row - 1]) {
                gaps += Math.max(0, (double) (series.periods()[row] - series.periods()[row - 1]) / step - 1);
            }
        }
        return gaps;
    }
}
