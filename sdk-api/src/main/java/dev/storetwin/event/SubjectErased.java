package dev.storetwin.event;

import dev.storetwin.type.SubjectId;

/** A person is to be forgotten. Before it counts as heard, it is done: the keys of what is held on the person are destroyed. */
public record SubjectErased(EventHeader header, SubjectId subject) implements IdentityEvent {}
