package dev.storetwin.core.forecast.ces;

/**
 * How the positions of a cycle differ on average: the addends of classical decomposition.
 *
 * @param addends one for each position, their mean 0; a single 0 when there is no season worth a model
 */
record SeasonPattern(double[] addends) {

    static final SeasonPattern NONE = new SeasonPattern(new double[] {0});

    private static final int LONGEST = 24;
    private static final int FEWEST_CYCLES = 2;

    int period() {
        return addends.length;
    }

    /** Seasons that are too long or too seldom seen, or explain no more than chance would, are none. */
    static SeasonPattern of(double[] values, int period) {
        if (period < 2 || period > LONGEST || values.length < FEWEST_CYCLES * period) {
            return NONE;
        }
        var detrended = detrended(values, period);
        var addends = means(detrended, period);
        return standsOut(detrended, addends) ? new SeasonPattern(addends) : NONE;
    }

    /** Distance from the average over one whole cycle around; {@code NaN} at both ends and where a value is unknown. */
    private static double[] detrended(double[] values, int period) {
        int half = period / 2;
        double rim = period % 2 == 0 ? .5 : 1;
        var detrended = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            double weights = 0;
            for (int j = i - half; j <= i + half; j++) {
                double value = j < 0 || j >= values.length ? Double.NaN : values[j];
                if (!Double.isNaN(value)) {
                    double weight = j == i - half || j == i + half ? rim : 1;
                    sum += weight * value;
                    weights += weight;
                }
            }
            boolean inside = i >= half && i + half < values.length && weights >= period / 2.0;
            detrended[i] = inside ? values[i] - sum / weights : Double.NaN;
        }
        return detrended;
    }

    private static double[] means(double[] detrended, int period) {
        var sums = new double[period];
        var counts = new int[period];
        for (int i = 0; i < detrended.length; i++) {
            if (!Double.isNaN(detrended[i])) {
                sums[i % period] += detrended[i];
                counts[i % period]++;
            }
        }
        double centre = 0;
        for (int i = 0; i < period; i++) {
            sums[i] = counts[i] == 0 ? 0 : sums[i] / counts[i];
            centre += sums[i] / period;
        }
        for (int i = 0; i < period; i++) {
            sums[i] -= centre;
        }
        return sums;
    }

    /** By Akaike's measure the pattern pays for its positions, were it all there is to explain. */
    private static boolean standsOut(double[] detrended, double[] addends) {
        int known = 0;
        double with = 0;
        double without = 0;
        for (int i = 0; i < detrended.length; i++) {
            if (!Double.isNaN(detrended[i])) {
                double rest = detrended[i] - addends[i % addends.length];
                with += rest * rest;
                without += detrended[i] * detrended[i];
                known++;
            }
        }
        return without > 0 && with < without * StrictMath.exp(-(addends.length - 1.0) / known);
    }
}
