package dev.storetwin.core.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Seals personal values, each under the key of whom it belongs to.
 *
 * <p>Sealing is deterministic: the same owner, context and value give the same bytes while the owner's key stands, so that a second
 * delivery of a fact is recognised by its bytes. The context keeps equal values of different facts apart.
 */
public interface PersonalCipher {

    /** For a twin that never writes to disk: values stay as they are. */
    PersonalCipher PLAIN = new PersonalCipher() {
        @Override
        public byte[] seal(String owner, byte[] context, String value) {
            return value.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<String> open(String owner, byte[] context, byte[] sealed) {
            return Optional.of(new String(sealed, StandardCharsets.UTF_8));
        }
    };

    /**
     * Makes a value unreadable without the owner's key; a key is made for a new owner.
     *
     * @param owner   whose value it is, such as {@code subject/s-17} or {@code order/1001}
     * @param context what the value belongs to; bound to the result and needed to open it
     */
    byte[] seal(String owner, byte[] context, String value);

    /** Whether sealing for this owner needs no new key. */
    default boolean hasKey(String owner) {
        return true;
    }

    /** The value; empty when the owner's key is gone, since the owner was erased. */
    Optional<String> open(String owner, byte[] context, byte[] sealed);
}
