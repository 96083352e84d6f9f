package dev.storetwin.model;

import dev.storetwin.model.Learning.Learned;
import dev.storetwin.model.Learning.NothingLearned;
import java.util.Optional;

/** What came of an attempt to learn. */
public sealed interface Learning permits Learned, NothingLearned {

    /** A model, or empty when nothing was learned. */
    Optional<LearnedModel> model();

    /** A model was learned. */
    record Learned(LearnedModel it) implements Learning {
        @Override
        public Optional<LearnedModel> model() {
            return Optional.of(it);
        }
    }

    /**
     * No model: there is too little to learn from, or the learner does not serve the objective.
     *
     * @param reason in a sentence
     */
    record NothingLearned(String reason) implements Learning {
        @Override
        public Optional<LearnedModel> model() {
            return Optional.empty();
        }
    }
}
