package dev.storetwin.core.inventory.policy;

import dev.storetwin.core.numeric.Normal;
import dev.storetwin.core.random.Draws;
import java.util.Arrays;

/**
 * How much less one policy cost than another in the same windows, and how sure that is.
 *
 * <p>Windows that follow each other are not independent: they share costed periods where they overlap, a season, and a forecaster's
 * errors. So there are three bounds, and the lowest counts. The plain one takes windows for independent, with Student's t for their
 * number. The second adds the covariances of neighbours with weights falling by distance (Newey and West 1987). The third draws whole
 * runs of neighbours with replacement (circular block bootstrap, Politis and Romano 1992).
 *
 * @param share      1 less mean cost by mean cost of the reference
 * @param perWindow  mean over windows of the same share of each, which gives cheap windows as much weight as dear ones
 * @param units      mean cost of the reference less mean cost
 * @param plainError standard error of {@code share}, windows taken for independent
 * @param error      standard error of {@code share} with neighbours' covariances; never below the plain one
 * @param plainLower lower end of the two-sided 95 % interval by the plain error
 * @param lower      the same by the other error
 * @param drawnLower the 2.5 % quantile of shares drawn
 * @param perWindowLower lower end of the two-sided 95 % interval of {@code perWindow}, windows taken for independent
 * @param windows    how many there are
 * @param lag        how many neighbours were taken for dependent
 */
public record Saving(
        double share,
        double perWindow,
        double units,
        double plainError,
        double error,
        double plainLower,
        double lower,
        double drawnLower,
        double perWindowLower,
        int windows,
        int lag) {

    private static final double LEVEL = .975;
    private static final int DRAWN = 2_000;

    /**
     * Of costs in the same windows; with a single window there is no error to tell, and it is infinite.
     *
     * @param overlap how many following windows share costed periods with one
     */
    static Saving of(double[] reference, double[] own, int overlap, long seed) {
        int windows = own.length;
        double share = share(reference, own);
        var influence = new double[windows];
        var shares = new double[windows];
        double mean = mean(reference);
        for (int i = 0; i < windows; i++) {
            influence[i] = mean > 0 ? ((1 - share) * reference[i] - own[i]) / mean : 0;
            shares[i] = reference[i] > 0 ? 1 - own[i] / reference[i] : 0;
        }
        int lag = Math.min(windows - 1, Math.max(overlap, usualLag(windows)));
        double plain = error(influence, 0);
        double wide = Math.max(plain, error(influence, lag));
        double t = student(windows - 1);
        return new Saving(
                share,
                mean(shares),
                mean - mean(own),
                plain,
                wide,
                share - t * plain,
                share - t * wide,
                drawnLower(reference, own, lag + 1, seed),
                mean(shares) - t * error(shares, 0),
                windows,
                lag);
    }

    /** The lowest of the three bounds. */
    public double lower95() {
        return Math.min(drawnLower, Math.min(plainLower, lower));
    }

    private static double share(double[] reference, double[] own) {
        double sum = Arrays.stream(reference).sum();
        return sum > 0 ? 1 - Arrays.stream(own).sum() / sum : 0;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** By the number of windows (Newey and West 1994). */
    private static int usualLag(int windows) {
        return (int) Math.floor(4 * StrictMath.pow(windows / 100.0, 2.0 / 9));
    }

    /** Standard error of the mean of values of which so many neighbours are dependent. */
    private static double error(double[] values, int lag) {
        int count = values.length;
        if (count < 2) {
            return Double.POSITIVE_INFINITY;
        }
        double mean = mean(values);
        double variance = covariance(values, mean, 0);
        for (int apart = 1; apart <= lag; apart++) {
            variance += 2 * (1 - apart / (lag + 1.0)) * covariance(values, mean, apart);
        }
        return Math.sqrt(Math.max(0, variance) / (count - 1));
    }

    private static double covariance(double[] values, double mean, int apart) {
        double sum = 0;
        for (int i = apart; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - apart] - mean);
        }
        return sum / values.length;
    }

    /** Student's t at the level, by its expansion around the normal (Fisher and Cornish 1960). */
    private static double student(int freedom) {
        double z = Normal.quantile(LEVEL);
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        double z7 = z5 * z * z;
        double n = freedom;
        return freedom < 3
                ? Double.POSITIVE_INFINITY
                : z
                        + (z3 + z) / (4 * n)
                        + (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n)
                        + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * n * n * n);
    }

    private static double drawnLower(double[] reference, double[] own, int block, long seed) {
        int windows = own.length;
        if (windows < 2) {
            return Double.NEGATIVE_INFINITY;
        }
        var draws = Draws.of(seed);
        var shares = new double[DRAWN];
        for (int row = 0; row < DRAWN; row++) {
            var draw = draws.keyed("policy-windows", "saving", row);
            double cost = 0;
            double referenceCost = 0;
            for (int filled = 0; filled < windows; filled += block) {
                int from = draw.nextInt(windows);
                for (int i = 0; i < Math.min(block, windows - filled); i++) {
                    cost += own[(from + i) % windows];
                    referenceCost += reference[(from + i) % windows];
                }
            }
            shares[row] = referenceCost > 0 ? 1 - cost / referenceCost : 0;
        }
        Arrays.sort(shares);
        return shares[(int) Math.floor((1 - LEVEL) * (DRAWN - 1))];
    }
}
