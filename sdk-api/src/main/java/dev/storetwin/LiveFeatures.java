package dev.storetwin;

import dev.storetwin.feature.Feature;
import dev.storetwin.feature.FeatureDefinition;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeaturePublisher;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.feature.Grain;
import dev.storetwin.feature.Label;
import dev.storetwin.feature.LabeledMoment;
import dev.storetwin.feature.PointInTime;
import dev.storetwin.feature.ServingReport;
import dev.storetwin.feature.TrainingSet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of the shop, each defined once: what is served now and what a model is trained on come from the same computation.
 *
 * <pre>{@code
 * var vector = twin.features().vector(FeatureEntity.of(Sku.of("MUG")), "sales_velocity_28d", "available_units");
 * }</pre>
 */
public interface LiveFeatures {

    /** Every feature there is: the shop's and the host's own, by grain and name. */
    List<FeatureDefinition> catalogue();

    /**
     * The feature of a name.
     *
     * @throws IllegalArgumentException when there is none; the message names the nearest
     */
    Feature feature(String name);

    /**
     * Features of the catalogue that are read together. Make it once and keep it.
     *
     * @param name  for people and logs
     * @param grain what a vector is about; features of a coarser grain are read of what the entity is part of
     * @throws IllegalArgumentException when there is no such feature, or its grain does not fit
     */
    FeatureSet set(String name, Grain grain, List<String> features);

    /** The numbers of one entity now, by the names of features. */
    FeatureVector vector(FeatureEntity entity, String... features);

    /** The numbers of one entity now. */
    FeatureVector vector(FeatureEntity entity, FeatureSet set);

    /** The numbers of many entities now, in their order, all read from one state. */
    List<FeatureVector> vectors(List<FeatureEntity> entities, FeatureSet set);

    /** Where a room, or the host, leaves numbers for the others; they are kept in memory. */
    FeaturePublisher publisher();

    /**
     * Rows to learn from, one per moment, with the numbers that could have been served then.
     *
     * @throws IllegalArgumentException when a feature declares that it looks past the start of the label, with the reason for each
     * @throws IllegalStateException    when what was known then is asked of a twin whose journal does not reach back to its first event
     */
    TrainingSet trainingSet(FeatureSet set, Label label, List<LabeledMoment> moments, PointInTime view);

    /**
     * The same as CSV (RFC 4180), one row after the other, the earliest moment first; a missing number is an empty cell. For sets that are too
     * large to hold.
     *
     * @return rows written, without the header
     */
    long writeTrainingSet(FeatureSet set, Label label, List<LabeledMoment> moments, PointInTime view, Appendable csv)
            throws IOException;

    /**
     * Why a feature may tell what the label is to foretell; empty when nothing speaks against it. Judged by what it declares and, where there
     * is a journal, by computing it with and without what happened later.
     *
     * @throws IllegalStateException when the journal holds too many events for that
     */
    Optional<String> leak(Feature feature, Label label, List<LabeledMoment> rows);

    /**
     * Computes again what was served, from what was known then, and compares to the bit.
     *
     * @param sets that were served
     * @throws IllegalStateException when the builder was not told to keep a log of what is served
     */
    ServingReport checkServed(List<FeatureSet> sets) throws IOException;
}
