package dev.storetwin.event;

import dev.storetwin.type.SubjectId;

/** Two subjects are not the same person after all. */
public record SubjectsUnlinked(EventHeader header, SubjectId subject, SubjectId other, String reason)
        implements IdentityEvent {}
