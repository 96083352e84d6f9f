package dev.storetwin.core.forecast.hierarchy;

/**
 * Hands the total down by the same shares at every step.
 *
 * @param shares one per series, in any unit
 */
record FixedShares(double[] shares) implements Reconciliation {

    FixedShares {
        double sum = 0;
        for (double share : shares) {
            if (!(share >= 0)) {
                throw new IllegalArgumentException("A share (%s) must not be negative or unknown.".formatted(share));
            }
            sum += share;
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Shares that sum to %s share nothing out.".formatted(sum));
        }
    }

    @Override
    public double[][] reconcile(NodeForecasts forecasts) {
        var hierarchy = forecasts.hierarchy();
        var parts = hierarchy.sums(shares);
        var result = new double[parts.length][forecasts.steps()];
        for (int node = 0; node < parts.length; node++) {
            for (int step = 0; step < forecasts.steps(); step++) {
                result[node][step] = forecasts.means()[0][step] * (parts[node] / parts[0]);
            }
        }
        return result;
    }
}
