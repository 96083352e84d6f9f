package dev.storetwin.core.inventory.demand;

import dev.storetwin.core.numeric.Normal;
import java.util.List;

/**
 * Demand as models of one number see it: which level it stays below, and by how much it goes above one on average.
 *
 * <p>The latter is the (first-order) loss function, n(x) = E[max(D - x, 0)].
 */
public interface LossFunction {

    /** Expected demand. */
    double mean();

    /** The least level that demand does not exceed with at least this probability, which lies strictly between 0 and 1. */
    double quantile(double probability);

    /** Units that a stock of {@code level} is short of on average. */
    double loss(double level);

    /** Units that a stock of {@code level} has left over on average. */
    default double leftover(double level) {
        return level - mean() + loss(level);
    }

    /** Normal demand in continuous units. It may fall below zero, so the deviation should be well below the mean. */
    static NormalDemand normal(double mean, double standardDeviation) {
        return new NormalDemand(mean, standardDeviation);
    }

    /**
     * Demand whose logarithm is normal.
     *
     * @param mu    mean of the logarithm
     * @param sigma standard deviation of the logarithm
     */
    static LossFunction lognormal(double mu, double sigma) {
        return new LognormalDemand(mu, sigma);
    }

    /** Demand in whole units. */
    static LossFunction of(UnitDemand demand) {
        return new WholeUnits(demand);
    }

    /** Demand as it was seen, each time as likely as the others. */
    static LossFunction ofSample(List<Double> seen) {
        return SampledDemand.of(seen);
    }

    /** Demand whose logarithm is normal. */
    record LognormalDemand(double mu, double sigma) implements LossFunction {

        public LognormalDemand {
            if (!(Math.abs(mu) < 700 && sigma > 0 && sigma < 30)) {
                throw new IllegalArgumentException("""
                        mu (%s) and sigma (%s) are mean and deviation of the logarithm: sigma must be above 0.
                        Maybe the mean of demand itself was given.""".formatted(mu, sigma));
            }
        }

        @Override
        public double mean() {
            return StrictMath.exp(mu + sigma * sigma / 2);
        }

        @Override
        public double quantile(double probability) {
            return StrictMath.exp(mu + sigma * Normal.quantile(probability));
        }

        @Override
        public double loss(double level) {
            if (level <= 0) {
                return mean() - level;
            }
            double z = (mu - StrictMath.log(level)) / sigma;
            return mean() * Normal.cdf(z + sigma) - level * Normal.cdf(z);
        }
    }

    /** Demand in whole units; between two of them the loss is a straight line. */
    record WholeUnits(UnitDemand demand) implements LossFunction {

        @Override
        public double mean() {
            return demand.mean();
        }

        @Override
        public double quantile(double probability) {
            return demand.quantile(probability);
        }

        @Override
        public double loss(double level) {
            if (level >= demand.last()) {
                return 0;
            }
            if (level <= demand.first()) {
                return demand.mean() - level;
            }
            int floor = (int) Math.floor(level);
            double below = demand.shortage(floor);
            return level == floor ? below : below + (level - floor) * (demand.shortage(floor + 1) - below);
        }
    }
}
