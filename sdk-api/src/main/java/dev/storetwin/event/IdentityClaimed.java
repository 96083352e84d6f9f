package dev.storetwin.event;

import dev.storetwin.type.SubjectId;
import java.util.List;

/**
 * A source says who a subject is. A newer version replaces the older.
 *
 * @param claims everything that the source says now
 */
public record IdentityClaimed(EventHeader header, SubjectId subject, List<Claim> claims) implements IdentityEvent {

    public IdentityClaimed {
        claims = List.copyOf(claims);
    }
}
