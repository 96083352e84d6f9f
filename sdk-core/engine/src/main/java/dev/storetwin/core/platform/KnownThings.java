package dev.storetwin.core.platform;

import dev.storetwin.core.state.KnownThing;
import dev.storetwin.event.EntityKind;
import dev.storetwin.type.Source;
import java.util.List;

/** What the twin knows, to be compared with what a platform lists. */
@FunctionalInterface
public interface KnownThings {

    /** Everything of one kind that a source has told of, gone or not. */
    List<KnownThing> of(EntityKind kind, Source source);
}
