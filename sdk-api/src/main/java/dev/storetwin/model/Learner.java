package dev.storetwin.model;

/**
 * Learns models from tables.
 *
 * <p>The same table and task give the same model, bit for bit, from any thread.
 */
public interface Learner {

    /** What the trade calls it, such as {@code lightgbm}; lower case with hyphens. */
    String name();

    /** Why this learner is the one that learns, in words: also when it stands in for a better one. */
    String reason();

    Learning learn(TrainingTable table, LearningTask task);

    /**
     * A model that this learner or one like it stored.
     *
     * @throws IllegalArgumentException when the bytes are no such model
     */
    LearnedModel read(StoredModel stored);
}
