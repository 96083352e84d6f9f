package dev.storetwin.core.inventory.demand;

import dev.storetwin.core.numeric.Normal;
import dev.storetwin.core.random.Draw;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Demand of one period in whole units, never negative. Tails too thin for a double to notice are cut and the rest adds up to one.
 */
public final class UnitDemand {

    private static final double NOTHING = 1e-17;
    private static final double ROUNDING = 1e-9;
    private static final double SAME = 1e-12;
    private static final int MOST_VALUES = 5_000_000;
    private static final int MOST_PERIODS = 100_000;

    private final int first;
    private final double[] probabilities;
    private final double[] cumulative;
    private final double[] shortage;
    private final double mean;
    private final double variance;

    private UnitDemand(int first, double[] weights) {
        int from = 0;
        int to = weights.length;
        double total = sum(weights, from, to);
        while (to - from > 1 && weights[from] <= NOTHING * total) {
            from++;
        }
        while (to - from > 1 && weights[to - 1] <= NOTHING * total) {
            to--;
        }
        double kept = sum(weights, from, to);
        this.first = first + from;
        this.probabilities = Arrays.copyOfRange(weights, from, to);
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] /= kept;
        }
        this.cumulative = summedUp(probabilities);
        this.shortage = shortages(probabilities);
        this.mean = moment(value -> value);
        this.variance = moment(value -> (value - mean) * (value - mean));
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** One after the other, so that the sums are the same on any number of processors. */
    private static double[] summedUp(double[] probabilities) {
        var sums = new double[probabilities.length];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += probabilities[i];
            sums[i] = sum;
        }
        return sums;
    }

    /** What stock of the first demand, the one after it, and so on, would be short of: the tails, summed up from the far end. */
    private static double[] shortages(double[] probabilities) {
        var shortages = new double[probabilities.length];
        double above = 0;
        for (int i = probabilities.length - 2; i >= 0; i--) {
            above += probabilities[i + 1];
            shortages[i] = shortages[i + 1] + above;
        }
        return shortages;
    }

    private double moment(IntToDoubleFunction of) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += probabilities[i] * of.applyAsDouble(first + i);
        }
        return sum;
    }

    /** Poisson with this mean. */
    public static UnitDemand poisson(double mean) {
        requireMean(mean);
        return unimodal((int) mean, value -> mean / value);
    }

    /** The number of failures before the first success, with this mean: most often zero, with a long tail. */
    public static UnitDemand geometric(double mean) {
        return negativeBinomial(mean, mean + mean * mean);
    }

    /** Negative binomial: like Poisson, but with a variance above the mean. */
    public static UnitDemand negativeBinomial(double mean, double variance) {
        requireMean(mean);
        if (!(variance > mean && variance < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("""
                    The variance (%s) of a negative binomial demand must be above its mean (%s).
                    Maybe UnitDemand.poisson(mean) is what is meant.""".formatted(variance, mean));
        }
        double size = mean * mean / (variance - mean);
        double failure = 1 - mean / variance;
        int mode = (int) Math.max(0, (size - 1) * failure / (1 - failure));
        return unimodal(mode, value -> failure * (value - 1 + size) / value);
    }

    /** Normal, rounded to whole units; what would fall below zero counts as zero. */
    public static UnitDemand normal(double mean, double standardDeviation) {
        requireMean(mean);
        if (!(standardDeviation > 0 && standardDeviation < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("""
                    The standard deviation (%s) of a normal demand must be above 0.
                    Maybe demand is constant: UnitDemand.constant(units).""".formatted(standardDeviation));
        }
        int low = (int) Math.max(0, Math.floor(mean - 10 * standardDeviation));
        int values = requireSpan(Math.ceil(mean + 10 * standardDeviation) - low + 1);
        double[] weights = new double[values];
        for (int i = 0; i < values; i++) {
            double below = low + i == 0 ? 0 : Normal.cdf((low + i - .5 - mean) / standardDeviation);
            double above = Normal.cdf((mean - low - i - .5) / standardDeviation);
            weights[i] = low + i > mean ? upperMass(low + i, mean, standardDeviation) : 1 - above - below;
        }
        return new UnitDemand(low, weights);
    }

    /** Mass above the mean from the small side, where a difference of numbers near one would be noise. */
    private static double upperMass(int value, double mean, double standardDeviation) {
        return Normal.cdf((mean - value + .5) / standardDeviation)
                - Normal.cdf((mean - value - .5) / standardDeviation);
    }

    /** Always the same. */
    public static UnitDemand constant(int units) {
        if (units < 0) {
            throw new IllegalArgumentException("units (%d) must not be negative.".formatted(units));
        }
        return new UnitDemand(units, new double[] {1});
    }

    /** As given: the first number is the probability of no demand, the next that of one unit, and so on. */
    public static UnitDemand of(List<Double> probabilities) {
        double sum = 0;
        for (double probability : probabilities) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException(
                        "A probability of demand (%s) must be from 0 to 1.".formatted(probability));
            }
            sum += probability;
        }
        if (!(Math.abs(sum - 1) <= ROUNDING * Math.max(1, probabilities.size()))) {
            throw new IllegalArgumentException("""
                    The probabilities of demand add up to %s, not to 1.
                    Maybe they are counts, which must be divided by their sum.""".formatted(sum));
        }
        return new UnitDemand(
                0, probabilities.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Grown from the mode to both sides by the ratio of a probability to the one before it. */
    private static UnitDemand unimodal(int mode, IntToDoubleFunction ratioToTheOneBefore) {
        int low = mode;
        for (double weight = 1; low > 0 && weight > NOTHING * NOTHING; low--) {
            weight /= ratioToTheOneBefore.applyAsDouble(low);
        }
        int high = mode;
        for (double weight = 1; weight > NOTHING * NOTHING; high++) {
            requireSpan(high - low + 1.);
            weight *= ratioToTheOneBefore.applyAsDouble(high + 1);
        }
        double[] weights = new double[high - low + 1];
        weights[mode - low] = 1;
        for (int value = mode; value > low; value--) {
            weights[value - 1 - low] = weights[value - low] / ratioToTheOneBefore.applyAsDouble(value);
        }
        for (int value = mode + 1; value <= high; value++) {
            weights[value - low] = weights[value - 1 - low] * ratioToTheOneBefore.applyAsDouble(value);
        }
        return new UnitDemand(low, weights);
    }

    /** Demand of several periods that know nothing of each other. */
    public UnitDemand over(int periods) {
        if (periods < 0 || periods > MOST_PERIODS) {
            throw new IllegalArgumentException("""
                    periods (%d) must be from 0 to %d.
                    Maybe periods can be longer: weeks instead of days.""".formatted(periods, MOST_PERIODS));
        }
        var sum = constant(0);
        for (int i = 0; i < periods; i++) {
            sum = sum.plus(this);
        }
        return sum;
    }

    /** The sum of two demands that know nothing of each other. */
    public UnitDemand plus(UnitDemand other) {
        requireSpan((double) probabilities.length + other.probabilities.length);
        double[] weights = new double[probabilities.length + other.probabilities.length - 1];
        for (int i = 0; i < probabilities.length; i++) {
            for (int j = 0; j < other.probabilities.length; j++) {
                weights[i + j] += probabilities[i] * other.probabilities[j];
            }
        }
        return new UnitDemand(Math.addExact(first, other.first), weights);
    }

    public double mean() {
        return mean;
    }

    public double variance() {
        return variance;
    }

    /** The least demand there can be. */
    public int first() {
        return first;
    }

    /** The largest demand there can be, for all a double can tell. */
    public int last() {
        return first + probabilities.length - 1;
    }

    /** Probability of exactly this demand. */
    public double probability(int units) {
        return units < first || units > last() ? 0 : probabilities[units - first];
    }

    /** Probability of at most this demand. */
    public double cumulative(int units) {
        return units < first ? 0 : units >= last() ? 1 : Math.min(1, cumulative[units - first]);
    }

    /** The smallest demand that is not exceeded with at least this probability, up to rounding. */
    public int quantile(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability (%s) must be from 0 to 1.".formatted(probability));
        }
        double enough = probability * (1 - SAME);
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] >= enough) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return first + low;
    }

    /** Units that stock would be short of on average, given what there is. */
    public double shortage(int stock) {
        if (stock <= first) {
            return mean - stock;
        }
        return stock >= last() ? 0 : shortage[stock - first];
    }

    /** A demand by chance. */
    public int draw(Draw draw) {
        return quantile(draw.nextDouble());
    }

    private static void requireMean(double mean) {
        if (!(mean > 0 && mean <= 1e9)) {
            throw new IllegalArgumentException("""
                    The mean (%s) of demand must be above 0 and at most a thousand million.
                    Maybe demand is counted in cases or pallets.""".formatted(mean));
        }
    }

    private static int requireSpan(double values) {
        if (values > MOST_VALUES) {
            throw new IllegalArgumentException("""
                    Demand spreads over more than %d values.
                    Maybe it is counted in cases or pallets.""".formatted(MOST_VALUES));
        }
        return (int) values;
    }

    @Override
    public String toString() {
        return "UnitDemand[mean=%s, variance=%s]".formatted(mean, variance);
    }
}
