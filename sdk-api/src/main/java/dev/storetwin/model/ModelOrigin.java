package dev.storetwin.model;

import java.time.Instant;

/**
 * The moment that a model was worked out at: with it, it can be worked out again.
 *
 * @param model    what it says, such as {@code demand}
 * @param revision of the state that it was learned from
 * @param asOf     the moment that was asked about then
 */
public record ModelOrigin(String model, long revision, Instant asOf) {

    @Override
    public String toString() {
        return "%s as of %s (revision %d)".formatted(model, asOf, revision);
    }
}
