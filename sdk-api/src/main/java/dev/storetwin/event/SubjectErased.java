package dev.storetwin.event;

import dev.storetwin.type.SubjectId;

/** A person is to be forgotten. */
public record SubjectErased(EventHeader header, SubjectId subject) implements IdentityEvent {}
