package dev.storetwin.core.forecast.cleaning;

import dev.storetwin.core.numeric.Order;
import java.util.Arrays;

/**
 * How far each value is from what is ordinary in its period, on a scale on which ordinary values scatter alike: square roots of sales that
 * are never negative, logarithms of sizes where most periods sell nothing or little, and plain values otherwise.
 *
 * <p>Ordinary is a running median plus the median of its place in the season. Far is beyond three times the interquartile range of all
 * departures (Tukey 1977), never less than chance alone makes of counts.
 */
final class Departures {

    private static final double FAR = 3;
    private static final double MONSTROUS = 6;
    private static final int WINDOW = 13;
    private static final int WIDEST_WINDOW = 201;
    private static final int CYCLES = 3;
    private static final double OFTEN_NOTHING = .2;
    private static final double SELDOM_NEGATIVE = .05;
    private static final double RANGE_OF_COUNTS = .7;
    private static final double RANGE_OF_SIZES = .7;
    private static final double RANGE_OF_PLAIN = 1e-9;
    private static final double TINY_DIFFERENCE = .02;

    private enum Scale {
        ROOT,
        SIZE,
        PLAIN
    }

    private final double[] values;
    private final Scale scale;
    private final double unit;
    private final double[] ordinary;
    private final double[] departures;
    private final double low;
    private final double high;
    private final double range;

    private Departures(double[] values, int period) {
        this.values = values;
        this.scale = scaleOf(values);
        this.unit = unitOf(values);
        var scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = scale(values[i]);
        }
        this.ordinary = scale == Scale.SIZE ? constant(scaled) : ordinary(scaled, period);
        this.departures = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            departures[i] = scaled[i] - ordinary[i];
        }
        var sorted = known(departures);
        this.low = sorted.length == 0 ? 0 : Order.quantile(sorted, .25);
        this.high = sorted.length == 0 ? 0 : Order.quantile(sorted, .75);
        this.range = Math.max(high - low, leastRange());
    }

    static Departures of(double[] values, int period) {
        return new Departures(values, period);
    }

    private static Scale scaleOf(double[] values) {
        int known = 0;
        int negative = 0;
        int nothing = 0;
        for (double value : values) {
            known += Double.isNaN(value) ? 0 : 1;
            negative += value < 0 ? 1 : 0;
            nothing += value == 0 ? 1 : 0;
        }
        if (negative > SELDOM_NEGATIVE * known) {
            return Scale.PLAIN;
        }
        return nothing > OFTEN_NOTHING * known ? Scale.SIZE : Scale.ROOT;
    }

    /** One piece where things are sold in pieces, otherwise a hundredth of an ordinary size. */
    private static double unitOf(double[] values) {
        var sizes = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value) && value != 0)
                .map(Math::abs)
                .sorted()
                .toArray();
        boolean whole = Arrays.stream(sizes).allMatch(size -> size == Math.rint(size));
        return sizes.length == 0 || whole ? 1 : Order.quantile(sizes, .5) / 100;
    }

    /** Sizes of nothing are unknown. */
    private double scale(double value) {
        double size = Math.abs(value) / unit;
        return switch (scale) {
            case PLAIN -> value;
            case ROOT -> Math.copySign(Math.sqrt(size), value);
            case SIZE -> size > 0 ? StrictMath.log(size) : Double.NaN;
        };
    }

    private double unscale(double scaled) {
        return switch (scale) {
            case PLAIN -> scaled;
            case ROOT -> Math.max(0, scaled) * Math.max(0, scaled) * unit;
            case SIZE -> StrictMath.exp(scaled) * unit;
        };
    }

    private double leastRange() {
        return switch (scale) {
            case ROOT -> RANGE_OF_COUNTS;
            case SIZE -> RANGE_OF_SIZES;
            case PLAIN -> RANGE_OF_PLAIN + TINY_DIFFERENCE * spreadOf(known(values));
        };
    }

    /** Between the inner nine tenths. */
    private static double spreadOf(double[] sorted) {
        return sorted.length == 0 ? 0 : Order.quantile(sorted, .95) - Order.quantile(sorted, .05);
    }

    private static double[] known(double[] values) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private static double[] constant(double[] scaled) {
        var sorted = known(scaled);
        var constant = new double[scaled.length];
        Arrays.fill(constant, sorted.length == 0 ? 0 : Order.quantile(sorted, .5));
        return constant;
    }

    private static double[] ordinary(double[] scaled, int period) {
        boolean seasonal = period > 1 && scaled.length >= CYCLES * period;
        int half = Math.min(WIDEST_WINDOW, Math.max(WINDOW, seasonal ? period : 1)) / 2;
        var ordinary = new double[scaled.length];
        for (int i = 0; i < scaled.length; i++) {
            var window =
                    known(Arrays.copyOfRange(scaled, Math.max(0, i - half), Math.min(scaled.length, i + half + 1)));
            ordinary[i] = window.length > 0 ? Order.quantile(window, .5) : i > 0 ? ordinary[i - 1] : 0;
        }
        if (seasonal) {
            addSeason(ordinary, scaled, period);
        }
        return ordinary;
    }

    private static void addSeason(double[] ordinary, double[] scaled, int period) {
        for (int place = 0; place < period; place++) {
            var others = new double[(scaled.length - place + period - 1) / period];
            for (int cycle = 0; cycle < others.length; cycle++) {
                int i = place + cycle * period;
                others[cycle] = scaled[i] - ordinary[i];
            }
            var sorted = known(others);
            double season = sorted.length == 0 ? 0 : Order.quantile(sorted, .5);
            for (int i = place; i < scaled.length; i += period) {
                ordinary[i] += season;
            }
        }
    }

    /** Far above what is ordinary, or as far below zero as others are far above. */
    boolean isGiant(int i) {
        return isBeyond(i, FAR);
    }

    boolean isMonstrous(int i) {
        return isBeyond(i, MONSTROUS);
    }

    private boolean isBeyond(int i, double ranges) {
        if (Double.isNaN(departures[i])) {
            return false;
        }
        boolean above = departures[i] > high + ranges * range;
        boolean below = departures[i] < low - ranges * range;
        return above || (below && (scale == Scale.PLAIN || values[i] < 0));
    }

    /** The ordinary value of a period. */
    double ordinary(int i) {
        return scale == Scale.SIZE && values[i] < 0 ? 0 : unscale(ordinary[i]);
    }
}
