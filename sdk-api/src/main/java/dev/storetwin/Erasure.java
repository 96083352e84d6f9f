package dev.storetwin;

import dev.storetwin.type.SubjectId;
import java.util.Optional;
import java.util.Set;

/**
 * What became of the wish to be forgotten.
 *
 * @param subject who was to be forgotten
 * @param linked  other tokens of the same person, which have to be asked for by themselves
 * @param open    what is left of the person or could not be done, why, and what to do about it; empty when the person is forgotten
 */
public record Erasure(SubjectId subject, Set<SubjectId> linked, Optional<String> open) {

    public Erasure {
        linked = Set.copyOf(linked);
    }

    public boolean isComplete() {
        return open.isEmpty();
    }
}
