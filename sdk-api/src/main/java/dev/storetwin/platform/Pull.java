package dev.storetwin.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * The question for one page of a list.
 *
 * @param kind         what is listed
 * @param changedSince by the platform's updated-at, this moment included; empty for everything there is
 * @param cursor       where the page before said that it goes on; empty for the first page
 */
public record Pull(ResourceKind kind, Optional<Instant> changedSince, Optional<String> cursor) {

    public static Pull everything(ResourceKind kind) {
        return new Pull(kind, Optional.empty(), Optional.empty());
    }

    public static Pull changes(ResourceKind kind, Instant since) {
        return new Pull(kind, Optional.of(since), Optional.empty());
    }

    /** The next page of the same list. */
    public Pull from(String next) {
        return new Pull(kind, changedSince, Optional.of(next));
    }
}
