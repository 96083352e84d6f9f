package dev.storetwin.platform;

/** Whether a signature fits. Whatever is missing, a header or a secret, is a rejection. */
public sealed interface SignatureCheck {

    default boolean isVerified() {
        return this instanceof Verified;
    }

    /** The message is what the holder of a secret signed. */
    record Verified() implements SignatureCheck {}

    /** The message must not be used. */
    record Rejected(String reason) implements SignatureCheck {}
}
