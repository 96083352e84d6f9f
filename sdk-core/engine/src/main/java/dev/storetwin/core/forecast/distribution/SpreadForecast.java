package dev.storetwin.core.forecast.distribution;

import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.numeric.Normal;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.model.ModelCard;

/**
 * A forecast with the uncertainty that its own past errors show.
 *
 * <p>Counts of few units follow the negative binomial distribution of their mean and variance. All else has the shape of the errors
 * seen, cut off at zero where demand cannot be negative. Lead-time demand follows from the moments of {@link Spread}, paths from a
 * normal copula of the same correlation.
 */
public final class SpreadForecast implements DemandForecast {

    private static final double ALMOST_ONE = 1 - 0x1p-53;

    private final String series;
    private final double[] means;
    private final Spread spread;
    private final ErrorShape shape;
    private final Support support;
    private final ModelCard card;
    private final String reason;

    /** @param means by step; below zero is zero where demand cannot be negative */
    public SpreadForecast(
            String series,
            double[] means,
            Spread spread,
            ErrorShape shape,
            Support support,
            ModelCard card,
            String reason) {
        this.series = series;
        this.means = means.clone();
        this.spread = spread;
        this.shape = shape;
        this.support = support;
        this.card = card;
        this.reason = reason;
        for (int i = 0; i < means.length && support.isNonNegative(); i++) {
            this.means[i] = Math.max(0, means[i]);
        }
    }

    /** Nothing is known, so nothing is expected. */
    public static SpreadForecast unknown(String series, int horizon, ModelCard card) {
        return new SpreadForecast(
                series,
                new double[horizon],
                Spread.none(horizon),
                ErrorShape.NORMAL,
                Support.NON_NEGATIVE,
                card,
                "no known value in the history: nothing is expected until something is seen");
    }

    @Override
    public String series() {
        return series;
    }

    @Override
    public int horizon() {
        return means.length;
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public String reason() {
        return reason;
    }

    @Override
    public double mean(int step) {
        return means[index(step)];
    }

    @Override
    public DemandDistribution at(int step) {
        int i = index(step);
        return demand(means[i], spread.deviation(i), shape);
    }

    private DemandDistribution demand(double mean, double deviation, ErrorShape shape) {
        return support == Support.COUNT
                ? new CountDemand(NegativeBinomial.of(mean, deviation * deviation))
                : new ShapedDemand(mean, deviation, shape, support.isNonNegative(), support.isWhole());
    }

    @Override
    public DemandDistribution over(int from, int to) {
        Steps.checkSpan(from, to, means.length);
        if (to == from) {
            return new CountDemand(NegativeBinomial.of(0, 0));
        }
        return to == from + 1 ? at(from) : sum(from - 1, to - 1);
    }

    private DemandDistribution sum(int from, int to) {
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += means[i];
        }
        double deviation = spread.ofSum(from, to);
        // 1 when all steps move as one, the root of 1 / n when n equal ones are independent: so fast does a sum lose
        // its skew.
        double keep = deviation == 0 ? 1 : deviation / spread.total(from, to);
        return demand(mean, deviation, shape.nearerToNormal(keep));
    }

    @Override
    public double[][] paths(int count, long seed) {
        var draws = Draws.of(seed);
        var demands = new DemandDistribution[means.length];
        for (int i = 0; i < means.length; i++) {
            demands[i] = at(i + 1);
        }
        double share = Math.sqrt(spread.growth());
        var paths = new double[count][means.length];
        for (int row = 0; row < count; row++) {
            var draw = draws.keyed("demand-path", series, row);
            double carried = 0;
            for (int i = 0; i < means.length; i++) {
                double surprise = draw.nextGaussian();
                double level = Normal.cdf((surprise + share * carried) / spread.relative(i));
                paths[row][i] = demands[i].quantile(Math.min(ALMOST_ONE, Math.max(Double.MIN_NORMAL, level)));
                carried += surprise;
            }
        }
        return paths;
    }

    private int index(int step) {
        return Steps.index(step, means.length);
    }
}
