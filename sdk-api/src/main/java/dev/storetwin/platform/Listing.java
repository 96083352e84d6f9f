package dev.storetwin.platform;

import dev.storetwin.event.EntityKind;
import java.util.Set;

/**
 * How a platform lists one kind of resource.
 *
 * @param kind            what is listed
 * @param changes         it can list what changed since a moment, deletions included or not
 * @param swept           entities that exist as long as the complete list names them; the list of a platform that tells of its deletions
 *                        in time needs none
 * @param versionedByTime the versions of its entities are their updated-at, not a count of revisions
 */
public record Listing(ResourceKind kind, boolean changes, Set<EntityKind> swept, boolean versionedByTime) {

    public Listing {
        swept = Set.copyOf(swept);
    }

    /** Of everything at once and in no other way; nothing is taken for gone. Versions are moments. */
    public static Listing of(ResourceKind kind) {
        return new Listing(kind, false, Set.of(), true);
    }

    /** The platform can also list what changed since a moment. */
    public Listing withChanges() {
        return new Listing(kind, true, swept, versionedByTime);
    }

    /** What the complete list does not name is gone. */
    public Listing sweeping(EntityKind... kinds) {
        return new Listing(kind, changes, Set.of(kinds), versionedByTime);
    }

    /** Versions count revisions. */
    public Listing versionedByRevision() {
        return new Listing(kind, changes, swept, false);
    }
}
