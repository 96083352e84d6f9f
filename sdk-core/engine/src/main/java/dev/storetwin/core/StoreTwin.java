package dev.storetwin.core;

import dev.storetwin.Twin;

/** Where a host gets its {@link Twin}. */
public final class StoreTwin {

    private StoreTwin() {}

    /** A twin that keeps everything in memory, with sensible defaults for what is not set. */
    public static StoreTwinBuilder builder() {
        return new StoreTwinBuilder();
    }
}
