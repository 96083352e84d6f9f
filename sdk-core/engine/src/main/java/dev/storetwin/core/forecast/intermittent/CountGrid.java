package dev.storetwin.core.forecast.intermittent;

import dev.storetwin.core.numeric.Gamma;

/**
 * Counts 0, 1, 2, ... by mean and variance: the negative binomial distribution, the Poisson distribution where both are equal, and a
 * Poisson distribution moved up where demand is more even than that.
 *
 * <p>A count here is a number of units of any size: a large or fractional demand is counted in coarser or finer units. Probabilities
 * run as P(k) = P(k - 1) * (size + k - 1) / k * odds, from a count so far below the mean that nothing is lost before it.
 */
final class CountGrid {

    private static final double ONE_SPREAD = 1 + 1e-9;
    private static final double FAR = 8.5;
    private static final double LEAST_TAIL = 1e-10;
    private static final double NEARLY_NEVER = 1e-300;

    private final double mean;
    /** Of the negative binomial distribution; 0 for Poisson. */
    private final double size;

    private final double odds;
    private final double shift;
    private final double deviation;
    private double k;
    private double probability;

    private CountGrid(double all, double variance) {
        this.shift = variance < all ? Math.floor(all - variance) : 0;
        this.mean = all - shift;
        boolean poisson = shift > 0 || variance < all * ONE_SPREAD;
        this.size = poisson ? 0 : mean / (variance / mean - 1);
        this.odds = poisson ? mean : mean / (size + mean);
        this.deviation = Math.sqrt(poisson ? mean : variance);
        this.k = Math.max(0, Math.floor(mean - FAR * deviation));
        this.probability = mean < NEARLY_NEVER ? 1 : StrictMath.exp(log());
    }

    private double log() {
        double none = size == 0 ? -mean : -size * StrictMath.log1p(mean / size);
        if (k == 0) {
            return none;
        }
        double ways = size == 0 ? 0 : Gamma.log(size + k) - Gamma.log(size);
        return none + k * StrictMath.log(odds) + ways - Gamma.log(k + 1);
    }

    private void next() {
        probability *= size == 0 ? odds / (k + 1) : (size + k) / (k + 1) * odds;
        k++;
    }

    private boolean isOver(double sum) {
        return mean < NEARLY_NEVER || (k > mean && probability < LEAST_TAIL * sum);
    }

    /** Adds weight times the cumulative probabilities to a table; its last cell takes what lies beyond. */
    static void add(double mean, double variance, double weight, double[] table) {
        var counts = new CountGrid(Math.max(0, mean), variance);
        double sum = 0;
        double cell = counts.shift + counts.k;
        while (cell < table.length - 1 && !(sum > 0 && counts.isOver(sum))) {
            sum += counts.probability;
            table[(int) cell] += weight * Math.min(1, sum);
            counts.next();
            cell++;
        }
        for (int rest = (int) Math.min(cell, table.length - 1); rest < table.length; rest++) {
            table[rest] += weight;
        }
    }

    /** The smallest count that is not exceeded with at least this probability. */
    static double quantile(double mean, double variance, double probability) {
        var counts = new CountGrid(Math.max(0, mean), variance);
        double sum = counts.probability;
        while (sum < probability && !counts.isOver(sum)) {
            counts.next();
            sum += counts.probability;
        }
        return counts.shift + counts.k;
    }
}
