package dev.storetwin.shopify;

import dev.storetwin.platform.PlatformMessage;
import java.util.Set;

/**
 * A message of a platform, for tests.
 *
 * @param name     where it comes from
 * @param personal values in it that must not be printed
 */
record Sample(String name, PlatformMessage message, Set<String> personal) {

    @Override
    public String toString() {
        return name;
    }
}
