package dev.storetwin.core.numeric;

import java.util.Arrays;

/**
 * How often each count occurs: the negative binomial distribution given by mean and variance, and the Poisson distribution where the
 * variance is not above the mean.
 *
 * <p>A table of cumulative probabilities from the first to the last count that matters; both ends leave out less than 1e-12. Where so
 * many counts matter that no table should hold them, it is counted in larger steps, and where even these are too fine for what is
 * uncertain it is the normal distribution, rounded.
 */
public final class NegativeBinomial {

    private static final double NEGLIGIBLE = 1e-13;
    private static final double STANDARD_DEVIATIONS_BELOW = 8.5;

    private static final double STANDARD_DEVIATIONS_SPANNED = 20;
    private static final double DISPERSIONS_SPANNED = 30;
    private static final double MOST_COUNTS = 1 << 17;
    private static final double SURELY_DISPERSED = 2;
    private static final double ROOT_TWO_PI = 2.50662827463100050242;

    private final double mean;
    private final double variance;
    private final long first;
    private final long step;
    private final double[] cumulative;

    private NegativeBinomial(double mean, double variance, long first, long step, double[] cumulative) {
        this.mean = mean;
        this.variance = variance;
        this.first = first;
        this.step = step;
        this.cumulative = cumulative;
    }

    /** Of mean and variance, both finite and not negative. */
    public static NegativeBinomial of(double mean, double variance) {
        if (!(mean >= 0 && variance >= 0) || Double.isInfinite(mean + variance)) {
            throw new IllegalArgumentException(
                    "mean (%s) and variance (%s) must be finite and not negative.".formatted(mean, variance));
        }
        if (mean == 0) {
            return new NegativeBinomial(0, 0, 0, 1, new double[] {1});
        }
        double dispersion = Math.max(1, variance / mean);
        double spread = Math.sqrt(mean) * Math.sqrt(dispersion);
        double counts = STANDARD_DEVIATIONS_SPANNED * spread + DISPERSIONS_SPANNED * dispersion;
        if (counts <= MOST_COUNTS) {
            return tabulate(mean, dispersion, 1);
        }
        double step = Math.min(Long.MAX_VALUE, Math.ceil(counts / MOST_COUNTS));
        return dispersion / step > SURELY_DISPERSED
                ? tabulate(mean, dispersion, step)
                : new NegativeBinomial(mean, dispersion * mean, 0, 1, new double[0]);
    }

    private static NegativeBinomial tabulate(double mean, double dispersion, double step) {
        double steps = mean / step;
        double among = dispersion / step;
        var table = among > 1 + 1e-9
                ? tabulate(steps, steps * among, steps / (among - 1), 1 - 1 / among)
                : tabulate(steps, steps, Double.POSITIVE_INFINITY, 0);
        return new NegativeBinomial(mean, mean * dispersion, table.first * (long) step, (long) step, table.cumulative);
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
        return new NegativeBinomial(mean, variance, first, 1, table);
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
        if (isNormal()) {
            return x < 0 ? 0 : Normal.cdf((Math.floor(x) + .5 - mean) / Math.sqrt(variance));
        }
        if (x < first) {
            return 0;
        }
        double index = Math.floor((Math.floor(x) - first) / step);
        return index >= cumulative.length - 1 ? 1 : cumulative[(int) index];
    }

    /** The smallest count that is not exceeded with at least this probability. */
    public long quantile(double probability) {
        if (isNormal()) {
            return (long) Math.max(0, Math.rint(mean + Math.sqrt(variance) * Normal.quantile(inside(probability))));
        }
        int at = Arrays.binarySearch(cumulative, probability);
        int index = at >= 0 ? at : -at - 1;
        return first + step * Math.min(index, cumulative.length - 1);
    }

    private static double inside(double probability) {
        return Math.max(NEGLIGIBLE, Math.min(1 - NEGLIGIBLE, probability));
    }

    private boolean isNormal() {
        return cumulative.length == 0;
    }

    /** The expected part above {@code x}: the sum of P(X > k) over k from x on, cut to the step that x stands in. */
    public double expectedAbove(double x) {
        if (isNormal()) {
            return normallyAbove(x);
        }
        if (x <= first) {
            return mean - x;
        }
        double place = (x - first) / step;
        double floor = Math.floor(place);
        double above = 0;
        for (long k = (long) floor + 1; k < cumulative.length; k++) {
            above += 1 - cumulative[(int) k];
        }
        double below = floor >= cumulative.length ? 1 : cumulative[(int) floor];
        return step * (above + (floor + 1 - place) * (1 - below));
    }

    private double normallyAbove(double x) {
        double deviation = Math.sqrt(variance);
        double z = (x - mean) / deviation;
        double density = StrictMath.exp(-z * z / 2) / ROOT_TWO_PI;
        return Math.max(0, deviation * (density - z * Normal.cdf(-z)));
    }
}
