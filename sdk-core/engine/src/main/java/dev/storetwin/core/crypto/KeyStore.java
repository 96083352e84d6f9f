package dev.storetwin.core.crypto;

import java.util.Collection;
import java.util.Optional;

/**
 * Keeps the keys of owners, each sealed under the master key, and remembers whose were destroyed. Any thread may call.
 *
 * <p>Replaceable: a host may keep keys in a database or a key service of its own. {@link FileKeyStore} keeps them in a directory.
 */
public interface KeyStore extends AutoCloseable {

    /** Bytes that a wrapped key has at most. */
    int LONGEST = 48;

    /** The owner's key that new values are sealed under; empty when there is none or it was destroyed. */
    Optional<WrappedKey> newest(KeyId owner);

    /** A key that older values were sealed under. */
    Optional<WrappedKey> find(KeyId owner, int version);

    /** Whether the owner's keys were destroyed: it never gets a key again. */
    boolean isDestroyed(KeyId owner);

    /**
     * Keeps a key. It is sure to be there after a crash only once {@link #force} has returned.
     *
     * @return false when the owner's keys were destroyed; then nothing is kept
     * @throws IllegalArgumentException when the version does not follow on the newest
     */
    boolean add(KeyId owner, WrappedKey key);

    /** Returns when every key that was added is durable. Cheap when nothing is new. */
    void force();

    /** Destroys all keys of these owners, durably before it returns, and remembers that. An owner without keys gets none from now on. */
    void destroy(Collection<KeyId> owners);

    /** Replaces every key by what the vault makes of it: all of them or, after a crash, none. Durable when it returns. */
    void rewrap(Rewrapping each);

    /** How many owners have a key. */
    int size();

    @Override
    void close();

    /** Unwraps a key from under one master key and wraps it under another. */
    @FunctionalInterface
    interface Rewrapping {
        WrappedKey apply(KeyId owner, WrappedKey key);
    }
}
