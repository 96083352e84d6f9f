package dev.storetwin.core.forecast.season;

import java.util.Arrays;

/**
 * Which of two ways to see a long season foretells its last cycle better: as few waves, which is sure, or as it was seen place by place
 * (MSTL), which follows sharp steps such as a weekend by the hour.
 */
final class HeldOut {

    private static final int LONG = 24;
    private static final int FEWEST_CYCLES = 4;
    private static final double CLEARLY = .95;

    private HeldOut() {}

    /**
     * The better one.
     *
     * @param waves   found in all of the series
     * @param periods those named
     */
    static Season better(double[] values, Season waves, int[] periods) {
        int longest = waves.periods().stream().mapToInt(it -> it).max().orElse(1);
        if (longest <= LONG || values.length < FEWEST_CYCLES * longest) {
            return waves;
        }
        var head = Arrays.copyOf(values, values.length - longest);
        var found = waves.periods().stream().mapToInt(it -> it).toArray();
        double byWaves = error(SeasonFinder.waves(head, periods), values, head.length);
        double byPlaces = error(places(head, found), values, head.length);
        return byPlaces < CLEARLY * byWaves ? places(values, found) : waves;
    }

    private static Season places(double[] values, int[] periods) {
        boolean multiplicative = Mstl.isMultiplicative(values, periods);
        return Season.of(multiplicative ? Mstl.multiplicative(values, periods) : Mstl.additive(values, periods));
    }

    /** Mean absolute error of the level of the last cycle seen, with season, over the cycle held out; its own level taken off. */
    private static double error(Season season, double[] values, int from) {
        var rest = new double[values.length - from];
        double sum = 0;
        int known = 0;
        for (int i = from; i < values.length; i++) {
            rest[i - from] = season.remove(i, values[i]);
            if (!Double.isNaN(rest[i - from])) {
                sum += rest[i - from];
                known++;
            }
        }
        double level = known == 0 ? 0 : sum / known;
        double error = 0;
        for (int i = from; i < values.length; i++) {
            double gap = values[i] - season.apply(i, level);
            error += Double.isNaN(gap) ? 0 : Math.abs(gap);
        }
        return error;
    }
}
