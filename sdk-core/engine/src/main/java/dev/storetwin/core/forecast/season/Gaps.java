package dev.storetwin.core.forecast.season;

/** Unknown values filled in, so that smoothers have something to stand on. */
final class Gaps {

    private Gaps() {}

    /** Straight lines across gaps, along the season when there is one; outside the first and last known value these go on. */
    static double[] filled(double[] values, int period) {
        if (!hasGap(values)) {
            return values;
        }
        if (period < 2 || values.length <= 2 * period) {
            return straight(values);
        }
        var parts = ClassicalDecomposition.additive(values, period);
        var filled = straight(parts.adjusted());
        for (int i = 0; i < filled.length; i++) {
            filled[i] = Double.isNaN(values[i]) ? filled[i] + parts.seasonAt(i) : values[i];
        }
        return filled;
    }

    private static boolean hasGap(double[] values) {
        for (double value : values) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /** Straight lines across gaps; of nothing known all zero. */
    static double[] straight(double[] values) {
        var filled = values.clone();
        int last = -1;
        for (int i = 0; i < filled.length; i++) {
            if (!Double.isNaN(values[i])) {
                cross(filled, last, i);
                last = i;
            }
        }
        for (int i = last + 1; i < filled.length; i++) {
            filled[i] = last < 0 ? 0 : filled[last];
        }
        return filled;
    }

    private static void cross(double[] filled, int last, int next) {
        for (int i = last + 1; i < next; i++) {
            double share = (double) (i - last) / (next - last);
            filled[i] = last < 0 ? filled[next] : filled[last] + share * (filled[next] - filled[last]);
        }
    }
}
