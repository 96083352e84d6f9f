package dev.storetwin.model;

import java.util.Arrays;
import java.util.Optional;

/** Rows to learn from: what was known, what came of it, and how much each row counts. Immutable. */
public final class TrainingTable {

    private final FeatureTable features;
    private final double[] targets;
    private final double[] weights;
    private final Optional<DataRange> data;

    private TrainingTable(FeatureTable features, double[] targets, double[] weights, Optional<DataRange> data) {
        this.features = features;
        this.targets = targets;
        this.weights = weights;
        this.data = data;
    }

    /** All rows count the same. Targets are finite. */
    public static TrainingTable of(FeatureTable features, double... targets) {
        checkLength("targets", features, targets);
        for (int row = 0; row < targets.length; row++) {
            if (!Double.isFinite(targets[row])) {
                throw new IllegalArgumentException("""
                        The target of row %d is %s; a finite number is expected.
                        Maybe a row whose outcome is not known yet should be left out.""".formatted(row, targets[row]));
            }
        }
        var weights = new double[targets.length];
        Arrays.fill(weights, 1);
        return new TrainingTable(features, targets.clone(), weights, Optional.empty());
    }

    /** How much each row counts: finite and not negative. */
    public TrainingTable withWeights(double... weights) {
        checkLength("weights", features, weights);
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] >= 0) || Double.isInfinite(weights[row])) {
                throw new IllegalArgumentException(
                        "The weight of row %d is %s; 0 or more is expected.".formatted(row, weights[row]));
            }
        }
        return new TrainingTable(features, targets, weights.clone(), data);
    }

    /** Where the rows come from, for the card of the model. */
    public TrainingTable withData(DataRange data) {
        return new TrainingTable(features, targets, weights, Optional.of(data));
    }

    public FeatureTable features() {
        return features;
    }

    public int rows() {
        return targets.length;
    }

    public double target(int row) {
        return targets[row];
    }

    public double weight(int row) {
        return weights[row];
    }

    public Optional<DataRange> data() {
        return data;
    }

    /** The least target; positive infinity without rows. */
    public double leastTarget() {
        return Arrays.stream(targets).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static void checkLength(String what, FeatureTable features, double[] numbers) {
        if (numbers.length != features.rows()) {
            throw new IllegalArgumentException("There are %d %s for %d rows; one for each is expected."
                    .formatted(numbers.length, what, features.rows()));
        }
    }
}
