package dev.storetwin.core.crypto;

import java.security.SecureRandom;

/** Truly random bytes for keys: the one thing here that no seed decides. */
public final class KeyMaterial {

    private final SecureRandom random;

    /** Seeded by the system. */
    public KeyMaterial() {
        random = new SecureRandom();
    }

    /** Fresh bytes; whoever asked wipes them after use. */
    public byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
