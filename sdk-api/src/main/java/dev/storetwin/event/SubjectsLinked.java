package dev.storetwin.event;

import dev.storetwin.type.SubjectId;
import java.util.Set;

/**
 * Two subjects are the same person.
 *
 * @param other    the second of the two
 * @param evidence why, in kinds of claims; never in their values
 */
public record SubjectsLinked(EventHeader header, SubjectId subject, SubjectId other, Set<ClaimKind> evidence)
        implements IdentityEvent {

    public SubjectsLinked {
        evidence = Set.copyOf(evidence);
    }
}
