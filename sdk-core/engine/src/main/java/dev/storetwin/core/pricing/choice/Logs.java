package dev.storetwin.core.pricing.choice;

import java.util.List;

/** Sums of numbers that are known by their logarithms. */
final class Logs {

    private Logs() {}

    /** The logarithm of the sum of e^v. */
    static double sum(List<Double> logs) {
        double largest = logs.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NEGATIVE_INFINITY);
        double sum =
                logs.stream().mapToDouble(it -> StrictMath.exp(it - largest)).sum();
        return largest + StrictMath.log(sum);
    }
}
