package dev.storetwin.event;

import dev.storetwin.type.SubjectId;

/**
 * A person allows or forbids a use of their data.
 *
 * @param purpose such as {@code marketing} or {@code personalisation}
 */
public record ConsentChanged(EventHeader header, SubjectId subject, String purpose, boolean granted)
        implements IdentityEvent {}
