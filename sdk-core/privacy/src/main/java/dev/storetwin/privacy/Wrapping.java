package dev.storetwin.privacy;

import dev.storetwin.core.crypto.KeyId;
import dev.storetwin.core.crypto.WrappedKey;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Seals keys under the master key, each bound to its owner and version. */
final class Wrapping {

    private final Siv cipher;

    private Wrapping(Siv cipher) {
        this.cipher = cipher;
    }

    /** Wipes the master key. */
    static Wrapping of(byte[] master) {
        var wrapping = new Wrapping(Siv.of(master, "storetwin wrapped keys 1"));
        Arrays.fill(master, (byte) 0);
        return wrapping;
    }

    WrappedKey wrap(KeyId owner, int version, byte[] secret) {
        return WrappedKey.of(version, cipher.seal(secret, context(owner, version)));
    }

    /** Empty when it was wrapped under another master key. */
    Optional<byte[]> unwrap(KeyId owner, WrappedKey key) {
        return cipher.open(key.bytes(), context(owner, key.version()));
    }

    private static byte[] context(KeyId owner, int version) {
        return ByteBuffer.allocate(20)
                .putLong(owner.high())
                .putLong(owner.low())
                .putInt(version)
                .array();
    }
}
