package dev.storetwin.testing;

import dev.storetwin.platform.PlatformMessage;
import java.util.Set;

/**
 * A message of a platform with what must not be printed of it.
 *
 * @param name     where it comes from, for failures
 * @param personal values in it that belong to a person
 */
public record SampleMessage(String name, PlatformMessage message, Set<String> personal) {

    public SampleMessage {
        personal = Set.copyOf(personal);
    }

    @Override
    public String toString() {
        return name;
    }
}
