package dev.storetwin.core.crypto;

import java.util.Collection;
import java.util.Optional;

/**
 * Seals personal values under one key per owner, and forgets a person by destroying the keys. Any thread may call.
 *
 * <p>An owner is a short name of a kind and an id, such as {@code subject/s-17} or {@code order/1001}. Once erased it never gets a key
 * again: what comes later for it is sealed to nothing and reads as erased.
 */
public interface Vault extends PersonalCipher, AutoCloseable {

    /** Like {@link #seal}, for bytes that are no text, such as the body of a webhook that waits. */
    byte[] sealBytes(String owner, byte[] context, byte[] value);

    /** Like {@link #open}, for bytes that are no text. */
    Optional<byte[]> openBytes(String owner, byte[] context, byte[] sealed);

    /**
     * A short word for an id, the same one for the same id as long as the key store lives. Without the vault nobody can tell which id it
     * stands for, not even somebody who knows all ids.
     *
     * @param source whose id it is; the same id of another source gives another word
     * @return lower-case letters and digits
     */
    String token(String source, String id);

    /**
     * Destroys the keys of these owners, durably before it returns. What was sealed for them can never be opened again, here or in any
     * copy of the data. Harmless when repeated.
     */
    void erase(Collection<String> owners);

    boolean isErased(String owner);

    @Override
    boolean hasKey(String owner);

    /** How many owners have a key. */
    int owners();

    /**
     * Gives the owner a new key. Older values still open. A fact that was sealed before has other bytes when it is sealed again, so a late
     * repetition of it is no longer recognised by its bytes.
     */
    void rotate(String owner);

    /** Replaces the master key and wraps all keys anew. Takes a while with many owners; sealing for known owners goes on meanwhile. */
    void rotateMasterKey();

    /** Returns when every key that was made is durable. To be called before what was sealed is made durable; cheap when nothing is new. */
    void force();

    @Override
    void close();
}
