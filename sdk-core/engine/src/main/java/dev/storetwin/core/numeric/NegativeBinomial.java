package dev.storetwin.core.numeric;

import java.util.Arrays;

/**
 * How often each count occurs: the negative binomial distribution given by mean and variance, and the Poisson distribution where the
 * variance is not above the mean.
 *
 * <p>A table of cumulative probabilities from the first to the last count that matters; both ends leave out less than 1e-12.
 */
public final class NegativeBinomial {

    private static final double NEGLIGIBLE = 1e-13;
    private static final double STANDARD_DEVIATIONS_BELOW = 8.5;

    private final double mean;
    private final double variance;
    private final long first;
    private final double[] cumulative;

    private NegativeBinomial(double mean, double variance, long first, double[] cumulative) {
        this.mean = mean;
        this.variance = variance;
        this.first = first;
        this.cumulative = cumulative;
    }

    /** Of mean and variance, both finite and not negative. */
    public static NegativeBinomial of(double mean, double variance) {
        if (!(mean >= 0 && variance >= 0) || Double.isInfinite(mean + variance)) {
            throw new IllegalArgumentException(
                    "mean (%s) and variance (%s) must be finite and not negative.".formatted(mean, variance));
        }
        if (mean == 0) {
            return new NegativeBinomial(0, 0, 0, new double[] {1});
        }
        double dispersion = variance / mean;
        return dispersion > 1 + 1e-9
                ? tabulate(mean, variance, mean / (dispersion - 1), 1 - 1 / dispersion)
                : tabulate(mean, mean, Double.POSITIVE_INFINITY, 0);
    }

    public static NegativeBinomial poisson(double mean) {
        return of(mean, mean);
    }

    /**
     * Adds up P(x) = P(x - 1) * (size + x - 1) / x * odds from where it begins to matter. For Poisson the factor is mean / x.
     */
    private static NegativeBinomial tabulate(double mean, double variance, double size, double odds) {
        boolean poisson = Double.isInfinite(size);
        long first = (long) Math.max(0, Math.floor(mean - STANDARD_DEVIATIONS_BELOW * Math.sqrt(variance)));
        double probability = StrictMath.exp(poisson ? logPoisson(first, mean) : logNegativeBinomial(first, size, odds));
        double sum = probability;
        var cumulative = new double[(int) Math.min(1 << 20, 16 + (long) (mean - first + 4 * Math.sqrt(variance)))];
        cumulative[0] = sum;
        int count = 1;
        for (long x = first + 1; ; x++) {
            double factor = poisson ? mean / x : (size + x - 1) / x * odds;
            probability *= factor;
            boolean falling = factor < 1;
            if (falling && probability * factor < NEGLIGIBLE * (1 - factor)) {
                break;
            }
            sum += probability;
            if (count == cumulative.length) {
                cumulative = Arrays.copyOf(cumulative, count * 2);
            }
            cumulative[count++] = sum;
        }
        var table = Arrays.copyOf(cumulative, count);
        for (int i = 0; i < count; i++) {
            table[i] /= sum;
        }
        return new NegativeBinomial(mean, variance, first, table);
    }

    private static double logPoisson(long x, double mean) {
        return x == 0 ? -mean : x * StrictMath.log(mean) - mean - Gamma.log(x + 1.0);
    }

    private static double logNegativeBinomial(long x, double size, double odds) {
        double none = size * StrictMath.log1p(-odds);
        return x == 0
                ? none
                : none + x * StrictMath.log(odds) + Gamma.log(size + x) - Gamma.log(size) - Gamma.log(x + 1.0);
    }

    public double mean() {
        return mean;
    }

    public double variance() {
        return variance;
    }

    /** Probability of at most {@code x}. */
    public double cdf(double x) {
        if (x < first) {
            return 0;
        }
        double index = Math.floor(x) - first;
        return index >= cumulative.length - 1 ? 1 : cumulative[(int) index];
    }

    /** The smallest count that is not exceeded with at least this probability. */
    public long quantile(double probability) {
        int at = Arrays.binarySearch(cumulative, probability);
        int index = at >= 0 ? at : -at - 1;
        return first + Math.min(index, cumulative.length - 1);
    }

    /** The expected part above {@code x}: the sum of P(X > k) over k from x on, cut to the step that x stands in. */
    public double expectedAbove(double x) {
        if (x <= first) {
            return mean - x;
        }
        double floor = Math.floor(x);
        double above = 0;
        for (long k = (long) floor + 1 - first; k < cumulative.length; k++) {
            above += 1 - cumulative[(int) k];
        }
        return above + (floor + 1 - x) * (1 - cdf(floor));
    }
}
