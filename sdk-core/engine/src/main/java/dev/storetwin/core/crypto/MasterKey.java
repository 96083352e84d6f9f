package dev.storetwin.core.crypto;

import java.util.Optional;

/**
 * Where the key comes from that wraps all others: a file, or the host's key service.
 *
 * <p>It is replaced in three steps, so that a crash between any two loses nothing: {@link #next} makes the new key and keeps it beside the
 * old one, the vault wraps all keys under it, {@link #promote} makes it the current one and destroys the old.
 */
public interface MasterKey {

    /** Bytes of a master key. */
    int BYTES = 32;

    /** The key in force; whoever asked wipes its copy after use. */
    byte[] current();

    /** The key of a replacement that was begun and not ended. */
    Optional<byte[]> pending();

    /**
     * The key that is to come, durable before this returns; the pending one, if there is one.
     *
     * @throws UnsupportedOperationException when the host alone replaces it
     */
    byte[] next();

    /** The pending key becomes the current one, and the old one is destroyed. */
    void promote();

    /**
     * A key that the host keeps.
     *
     * @param current as it is now
     * @param next    what it is to be; empty unless the host replaces it right now
     */
    static MasterKey given(byte[] current, Optional<byte[]> next) {
        return new GivenMasterKey(current, next);
    }

    /** A key that the host keeps and does not replace now. */
    static MasterKey given(byte[] current) {
        return given(current, Optional.empty());
    }
}
