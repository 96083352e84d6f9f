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

    /** The message was thrown away and will be, however often it comes: it is not from whom it says, or larger than a message may be. */
    record Rejected(String reason) implements Receipt {}

    /** The message was not kept: the inbox is full, closed, its disk fails or its verifier does. Let the platform send it again later. */
    record Busy(String reason) implements Receipt {}
}
