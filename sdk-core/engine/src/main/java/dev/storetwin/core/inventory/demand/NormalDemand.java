package dev.storetwin.core.inventory.demand;

import dev.storetwin.core.numeric.Normal;

/**
 * Normal demand in continuous units.
 *
 * @param mean              not negative
 * @param standardDeviation above 0
 */
public record NormalDemand(double mean, double standardDeviation) implements LossFunction {

    private static final double ROOT_TWO_PI = 2.50662827463100050242;

    public NormalDemand {
        if (!(mean >= 0 && mean < Double.MAX_VALUE && standardDeviation > 0 && standardDeviation < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("""
                    A normal demand needs a mean (%s) that is not negative and a standard deviation (%s) above 0.
                    Maybe the variance was given for the standard deviation.""".formatted(mean, standardDeviation));
        }
    }

    /** Demand of so much time, where this is the demand of one unit of time and stretches of time know nothing of each other. */
    public NormalDemand over(double time) {
        return new NormalDemand(mean * time, standardDeviation * Math.sqrt(time));
    }

    @Override
    public double quantile(double probability) {
        return mean + standardDeviation * Normal.quantile(probability);
    }

    @Override
    public double loss(double level) {
        double z = (level - mean) / standardDeviation;
        return standardDeviation * (density(z) - z * Normal.cdf(-z));
    }

    /** The second-order loss function: the loss added up from a level on. */
    public double secondLoss(double level) {
        double z = (level - mean) / standardDeviation;
        return standardDeviation * standardDeviation / 2 * ((z * z + 1) * Normal.cdf(-z) - z * density(z));
    }

    private static double density(double z) {
        return StrictMath.exp(-z * z / 2) / ROOT_TWO_PI;
    }
}
