package dev.storetwin.core.inventory.demand;

import java.util.Arrays;
import java.util.List;

/** Demand as it was seen, each time as likely as the others. */
final class SampledDemand implements LossFunction {

    private final double[] ascending;
    private final double[] sumFrom;

    private SampledDemand(double[] ascending) {
        this.ascending = ascending;
        this.sumFrom = new double[ascending.length + 1];
        for (int i = ascending.length - 1; i >= 0; i--) {
            sumFrom[i] = sumFrom[i + 1] + ascending[i];
        }
    }

    static SampledDemand of(List<Double> seen) {
        if (seen.isEmpty() || seen.stream().anyMatch(it -> !(it >= 0 && it < Double.MAX_VALUE))) {
            throw new IllegalArgumentException("""
                    A sample of demand needs numbers that are not negative, at least one.
                    Maybe returns were taken off sales.""");
        }
        return new SampledDemand(
                seen.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    @Override
    public double mean() {
        return sumFrom[0] / ascending.length;
    }

    @Override
    public double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability (%s) must be above 0 and below 1.".formatted(probability));
        }
        int rank = (int) Math.ceil(probability * ascending.length - 1e-9);
        return ascending[Math.max(1, rank) - 1];
    }

    @Override
    public double loss(double level) {
        int above = firstAbove(level);
        return (sumFrom[above] - (ascending.length - above) * level) / ascending.length;
    }

    private int firstAbove(double level) {
        int at = Arrays.binarySearch(ascending, level);
        return at >= 0 ? at : -at - 1;
    }
}
