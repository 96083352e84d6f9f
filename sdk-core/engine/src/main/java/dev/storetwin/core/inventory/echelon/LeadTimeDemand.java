package dev.storetwin.core.inventory.echelon;

import dev.storetwin.core.inventory.demand.DemandRate;
import dev.storetwin.core.numeric.Normal;
import java.util.Arrays;

/**
 * Demand during a lead time on a lattice: the probability that it is {@code first + i} steps. A continuous demand between two points
 * counts for both by its distance, so that expectations of functions that are straight between the points are exact.
 */
final class LeadTimeDemand {

    private static final double FAR = 9;
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private final long first;
    private final double[] probabilities;

    private LeadTimeDemand(long first, double[] probabilities) {
        this.first = first;
        this.probabilities = probabilities;
    }

    static LeadTimeDemand of(DemandRate demand, double time, double step) {
        return demand instanceof DemandRate.Counted counted
                ? counted(counted, time)
                : normal(demand.mean() * time, Math.sqrt(demand.variance() * time), step);
    }

    private static LeadTimeDemand counted(DemandRate.Counted demand, double time) {
        var units = demand.over(time);
        double[] probabilities = new double[units.last() - units.first() + 1];
        Arrays.setAll(probabilities, i -> units.probability(units.first() + i));
        return new LeadTimeDemand(units.first(), probabilities);
    }

    private static LeadTimeDemand normal(double mean, double deviation, double step) {
        long first = (long) Math.floor((mean - FAR * deviation) / step);
        double[] weights = new double[(int) ((long) Math.ceil((mean + FAR * deviation) / step) - first + 1)];
        for (int i = 0; i < weights.length; i++) {
            double at = (first + i) * step;
            weights[i] = Math.max(
                    0,
                    excess(mean, deviation, at - step)
                            - 2 * excess(mean, deviation, at)
                            + excess(mean, deviation, at + step));
        }
        double sum = Arrays.stream(weights).sum();
        return new LeadTimeDemand(
                first, Arrays.stream(weights).map(it -> it / sum).toArray());
    }

    /** Expected demand above a level. */
    private static double excess(double mean, double deviation, double level) {
        if (deviation == 0) {
            return Math.max(0, mean - level);
        }
        double z = (level - mean) / deviation;
        return deviation * (StrictMath.exp(-z * z / 2) / ROOT_TWO_PI - z * Normal.cdf(-z));
    }

    long first() {
        return first;
    }

    double expected(EchelonCost cost, long level) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += probabilities[i] * cost.at(level - first - i);
        }
        return sum;
    }

    double mean() {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += probabilities[i] * (first + i);
        }
        return sum;
    }

    int values() {
        return probabilities.length;
    }
}
