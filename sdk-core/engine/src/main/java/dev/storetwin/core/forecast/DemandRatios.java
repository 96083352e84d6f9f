package dev.storetwin.core.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Demand at the prices of the past as a multiple of that at the recent price, by stretches of days on which one price stood. Days before the first
 * stretch have no known price.
 *
 * @param stretches in order of time
 */
public record DemandRatios(List<Stretch> stretches) {

    /** What sells ten times as much, or a tenth, is hardly the same thing. */
    private static final double MOST = 10;

    public DemandRatios {
        stretches = List.copyOf(stretches);
    }

    /**
     * Days with one price, up to the next stretch.
     *
     * @param from  counted from the first day of the history
     * @param ratio not negative; beyond ten times and a tenth it counts as that
     */
    public record Stretch(int from, double ratio) {

        public Stretch {
            if (!(ratio >= 0)) {
                throw new IllegalArgumentException("ratio (%s) must not be negative.".formatted(ratio));
            }
            ratio = Math.max(1 / MOST, Math.min(MOST, ratio));
        }
    }

    /** What would have sold at the recent price. */
    double[] atRecentPrice(double[] units) {
        var ratios = new double[units.length];
        Arrays.fill(ratios, 1);
        for (var stretch : stretches) {
            Arrays.fill(ratios, Math.min(units.length, Math.max(0, stretch.from())), units.length, stretch.ratio());
        }
        return divided(units, day -> ratios[day]);
    }

    /**
     * Units of days, each divided by a ratio of its own.
     *
     * <p>Where all are counted in whole units they stay whole, since methods for
     * slow sellers count them: what rounding leaves goes on to the next day, so that the sum of any days is right within one unit.
     */
    static double[] divided(double[] units, IntToDoubleFunction ratio) {
        boolean whole = isWhole(units);
        var divided = units.clone();
        double waiting = 0;
        for (int day = 0; day < units.length; day++) {
            double exact = units[day] / ratio.applyAsDouble(day);
            if (whole && units[day] > 0) {
                divided[day] = Math.rint(exact + waiting);
                waiting += exact - divided[day];
            } else {
                divided[day] = exact;
            }
        }
        return divided;
    }

    private static boolean isWhole(double[] units) {
        for (double day : units) {
            if (!Double.isNaN(day) && day != Math.rint(day)) {
                return false;
            }
        }
        return true;
    }
}
