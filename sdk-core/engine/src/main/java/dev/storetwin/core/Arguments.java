package dev.storetwin.core;

import org.jspecify.annotations.Nullable;

/** What callers hand in at the doors of a twin. */
final class Arguments {

    private Arguments() {}

    /**
     * Refuses null by the name of the argument, before anything is done.
     *
     * @param names of the arguments, in their order, with commas between them
     * @throws NullPointerException that names the first that is null
     */
    static void given(String names, @Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                throw new NullPointerException("'%s' must not be null.\nMaybe it was looked up, and nothing was found."
                        .formatted(names.split(", ", -1)[i]));
            }
        }
    }
}
