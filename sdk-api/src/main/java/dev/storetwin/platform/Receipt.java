package dev.storetwin.platform;

/** What became of a message at the inbox. Tell the platform that all is well only of one that was kept. */
public sealed interface Receipt {

    default boolean isKept() {
        return this instanceof Kept;
    }

    /**
     * The message is on disk and will be applied, now or after a crash.
     *
     * @param number its place in the inbox
     */
    record Kept(long number) implements Receipt {}

    /** The message is not from whom it says and was thrown away. */
    record Rejected(String reason) implements Receipt {}

    /** The message was not kept: the inbox is full, closed or its disk fails. Let the platform send it again later. */
    record Busy(String reason) implements Receipt {}
}
