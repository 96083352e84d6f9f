package dev.storetwin.core.pricing.promotion;

import java.util.ArrayList;
import java.util.List;

/**
 * Which share of the lift a side effect usually is, learned from many promotions: mean and spread of the true shares (DerSimonian and
 * Laird 1986). One promotion alone is drawn to it as far as its own measure is uncertain.
 *
 * @param variance of a true share about the mean, with what the mean itself is uncertain by
 */
record CommonShare(double mean, double variance) {

    private static final int FEWEST = 5;
    private static final double SMALLEST = 1e-9;

    /**
     * One promotion's share.
     *
     * @param variance of its error
     */
    record Share(double value, double variance) {}

    /** Empty (a share that says nothing, of infinite variance) from too few promotions. */
    static CommonShare of(List<Share> all) {
        var shares = new ArrayList<>(all);
        if (shares.size() < FEWEST) {
            return new CommonShare(0, Double.POSITIVE_INFINITY);
        }
        double weights = 0;
        double squares = 0;
        double sum = 0;
        for (var share : shares) {
            double weight = 1 / (share.variance() + SMALLEST);
            weights += weight;
            squares += weight * weight;
            sum += weight * share.value();
        }
        double mean = sum / weights;
        double heterogeneity = 0;
        for (var share : shares) {
            heterogeneity += (share.value() - mean) * (share.value() - mean) / (share.variance() + SMALLEST);
        }
        int freedom = shares.size() - 1;
        double scale = weights - squares / weights;
        // Never less than what chance alone may hide, so that a spread found to be zero is not believed to be.
        double hidden = Math.sqrt(2.0 * freedom) / scale;
        double between = Math.max(hidden, (heterogeneity - freedom) / scale);
        return weighed(shares, between);
    }

    private static CommonShare weighed(List<Share> shares, double between) {
        double weights = 0;
        double sum = 0;
        for (var share : shares) {
            double weight = 1 / (share.variance() + between + SMALLEST);
            weights += weight;
            sum += weight * share.value();
        }
        return new CommonShare(sum / weights, between + 1 / weights);
    }

    boolean isKnown() {
        return Double.isFinite(variance);
    }
}
