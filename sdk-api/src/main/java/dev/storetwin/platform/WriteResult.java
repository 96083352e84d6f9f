package dev.storetwin.platform;

/** What a platform made of a write. A success is no proof: the platform's own event confirms it later. */
public sealed interface WriteResult {

    /** The platform says that it is done. */
    record Written() implements WriteResult {}

    /**
     * Nothing was changed.
     *
     * @param reason    in the platform's words
     * @param retryable whether trying again later may help
     */
    record Failed(String reason, boolean retryable) implements WriteResult {}
}
