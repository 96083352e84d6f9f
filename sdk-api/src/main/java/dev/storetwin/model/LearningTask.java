package dev.storetwin.model;

/**
 * What is to be learned from a table.
 *
 * @param name      what the model will be called, such as {@code weekly-demand}
 * @param objective what its predictions mean
 * @param seed      of the draws that learning makes
 */
public record LearningTask(String name, Objective objective, long seed) {

    public LearningTask {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A learning task needs a name.");
        }
    }
}
