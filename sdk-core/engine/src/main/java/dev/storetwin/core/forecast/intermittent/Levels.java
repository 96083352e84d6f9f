package dev.storetwin.core.forecast.intermittent;

import java.util.ArrayList;
import java.util.List;

/**
 * Where levels lie and how scatter grows with them, as the series of a batch show it: priors of empirical Bayes.
 *
 * @param intercept     log of the variance by mean at a mean of one
 * @param slope         of that log against the log of the mean
 * @param scatterWeight how many periods this counts as beside those of a series
 * @param level         mean of the logs of the levels
 * @param spread        variance of these logs that chance does not explain; infinite when nothing is known
 */
record Levels(double intercept, double slope, double scatterWeight, double level, double spread) {

    /** What slow sellers are like when nothing else is known. */
    static final Levels UNKNOWN = new Levels(StrictMath.log(1.5), .5, 4, 0, Double.POSITIVE_INFINITY);

    private static final double SCATTER_WEIGHT = 10;
    private static final int FEWEST = 10;
    private static final int FEWEST_PERIODS = 5;
    private static final double LEAST_SCATTER = .3;
    private static final double LEAST = 1e-6;

    /** By the histories that are long enough to tell; unknown when these are few. */
    static Levels of(List<History> histories) {
        var logs = new ArrayList<double[]>();
        for (var history : histories) {
            if (history.known() >= FEWEST_PERIODS) {
                logs.add(logs(history));
            }
        }
        return logs.size() < FEWEST ? UNKNOWN : of(logs.toArray(double[][]::new));
    }

    /** Log of the level, log of the scatter, and variance of the first by chance. */
    private static double[] logs(History history) {
        double mean = 0;
        double squares = 0;
        int n = history.known();
        for (int i = 0; i < n; i++) {
            mean += history.count(i) / n;
        }
        for (int i = 0; i < n; i++) {
            squares += (history.count(i) - mean) * (history.count(i) - mean) / (n - 1);
        }
        double scatter = Math.max(LEAST_SCATTER, squares / mean);
        double log = StrictMath.log(mean);
        return new double[] {log, StrictMath.log(scatter), scatter / (mean * n)};
    }

    private static Levels of(double[][] logs) {
        double n = logs.length;
        double level = 0;
        double scatter = 0;
        double chance = 0;
        for (var log : logs) {
            level += log[0] / n;
            scatter += log[1] / n;
            chance += log[2] / n;
        }
        double spread = 0;
        double together = 0;
        for (var log : logs) {
            spread += (log[0] - level) * (log[0] - level) / n;
            together += (log[0] - level) * (log[1] - scatter) / n;
        }
        double slope = spread > LEAST ? Math.max(0, Math.min(1, together / spread)) : 0;
        return new Levels(scatter - slope * level, slope, SCATTER_WEIGHT, level, Math.max(LEAST, spread - chance));
    }

    /** Usual variance by mean, not below that of Poisson counts. */
    double scatter(double mean) {
        return mean > 0 ? Math.max(1, StrictMath.exp(intercept + slope * StrictMath.log(mean))) : 1;
    }

    /**
     * A level drawn towards the others, in logs, as far as chance explains its distance.
     *
     * @param chance variance of its log by chance
     */
    double drawn(double own, double chance) {
        if (Double.isInfinite(spread)) {
            return own;
        }
        double share = chance / (chance + spread);
        return StrictMath.exp((1 - share) * StrictMath.log(own) + share * level);
    }
}
