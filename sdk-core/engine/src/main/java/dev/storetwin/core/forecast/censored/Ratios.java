package dev.storetwin.core.forecast.censored;

import java.util.Arrays;

/**
 * Sales divided by what is ordinary in their period, so that those of all periods can be compared.
 *
 * @param known of periods in stock throughout, ascending; their mean is about 1
 * @param cut   of periods that ran out
 * @param unit  one piece, for things sold in pieces; next to nothing for others
 */
record Ratios(double[] known, double[] cut, double unit) {

    private static final double ALMOST_NOTHING = 1e-3;

    static Ratios of(double[] values, boolean[] inStock, double[] ordinary, double mean) {
        var known = new double[values.length];
        var cut = new double[values.length];
        int knowns = 0;
        int cuts = 0;
        boolean whole = true;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            whole &= values[i] == Math.rint(values[i]);
            double ratio = Math.max(0, values[i]) / ordinary[i];
            if (inStock[i]) {
                known[knowns++] = ratio;
            } else {
                cut[cuts++] = ratio;
            }
        }
        var sorted = Arrays.copyOf(known, knowns);
        Arrays.sort(sorted);
        return new Ratios(sorted, Arrays.copyOf(cut, cuts), whole ? Math.min(1, 1 / mean) : ALMOST_NOTHING);
    }

    /** Sold something before it ran out: only then does the amount say why it ran out. */
    boolean isTelling(double ratio) {
        return ratio >= unit / 2;
    }

    double log(double ratio) {
        return StrictMath.log(Math.max(ratio, unit / 2));
    }

    double largest() {
        double largest = known.length == 0 ? 0 : known[known.length - 1];
        for (double ratio : cut) {
            largest = Math.max(largest, ratio);
        }
        return largest;
    }
}
