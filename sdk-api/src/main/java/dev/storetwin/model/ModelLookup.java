package dev.storetwin.model;

import dev.storetwin.model.ModelLookup.Damaged;
import dev.storetwin.model.ModelLookup.Found;
import dev.storetwin.model.ModelLookup.Missing;
import java.util.Optional;

/** What a registry says when it is asked for a model. */
public sealed interface ModelLookup permits Found, Missing, Damaged {

    /** The model, or empty when there is none that can be trusted. */
    Optional<StoredModel> model();

    record Found(StoredModel it) implements ModelLookup {
        @Override
        public Optional<StoredModel> model() {
            return Optional.of(it);
        }
    }

    /**
     * There is no such model.
     *
     * @param reason in a sentence
     */
    record Missing(String reason) implements ModelLookup {
        @Override
        public Optional<StoredModel> model() {
            return Optional.empty();
        }
    }

    /**
     * What is stored is not what was put there.
     *
     * @param file   its name
     * @param reason in a sentence
     */
    record Damaged(String file, String reason) implements ModelLookup {
        @Override
        public Optional<StoredModel> model() {
            return Optional.empty();
        }
    }
}
