package dev.storetwin.model;

/** What was learned, ready to predict. Immutable; any thread may ask. */
public interface LearnedModel {

    /**
     * One finite prediction per row. A column that the model knows and the table lacks counts as unknown, one that it does not know is
     * not looked at.
     */
    double[] predict(FeatureTable rows);

    /** Where it came from. */
    ModelCard card();

    /** Everything that {@link Learner#read} needs to make it again. The same table and task give the same bytes. */
    byte[] bytes();
}
