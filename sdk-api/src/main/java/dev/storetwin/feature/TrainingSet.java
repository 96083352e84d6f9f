package dev.storetwin.feature;

import java.util.List;

/**
 * Rows to learn from: each with its label and with the features as the shop knew them at the moment of the row.
 *
 * @param set     which features
 * @param label   what is to be foretold
 * @param moments one per row
 * @param vectors one per row
 */
public record TrainingSet(FeatureSet set, Label label, List<LabeledMoment> moments, List<FeatureVector> vectors) {

    public TrainingSet {
        moments = List.copyOf(moments);
        vectors = List.copyOf(vectors);
        if (moments.size() != vectors.size()) {
            throw new IllegalArgumentException(
                    "%d moments and %d vectors, expected as many.\nMaybe a row was dropped from one of them."
                            .formatted(moments.size(), vectors.size()));
        }
    }

    public int rows() {
        return moments.size();
    }

    /** One feature of all rows; not a number where it is missing. */
    public double[] column(int place) {
        return vectors.stream().mapToDouble(it -> it.value(place)).toArray();
    }

    public double[] labels() {
        return moments.stream().mapToDouble(LabeledMoment::label).toArray();
    }
}
