package dev.storetwin.event;

import dev.storetwin.type.SubjectId;

/** Who is who, and what they allow. */
public sealed interface IdentityEvent extends TwinEvent
        permits IdentityClaimed, SubjectsLinked, SubjectsUnlinked, ConsentChanged, SubjectErased {

    SubjectId subject();
}
