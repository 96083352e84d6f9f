package dev.storetwin.privacy;

import com.google.crypto.tink.subtle.AesSiv;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/**
 * AES-SIV (RFC 5297) under one key: the same value in the same context gives the same bytes, whose first {@value #SYNTHETIC} are a keyed
 * digest of both.
 */
final class Siv {

    /** Bytes of the synthetic initialisation vector, by which a sealed value is longer than the plain one. */
    static final int SYNTHETIC = 16;

    private static final int KEY = 64;
    private static final byte[] NO_SALT = {};

    private final AesSiv cipher;

    private Siv(AesSiv cipher) {
        this.cipher = cipher;
    }

    /** A cipher for one purpose, its key derived from a secret of 32 bytes by HKDF (RFC 5869). */
    static Siv of(byte[] secret, String purpose) {
        try {
            var key = Hkdf.computeHkdf("HMACSHA512", secret, NO_SALT, purpose.getBytes(StandardCharsets.UTF_8), KEY);
            var cipher = new AesSiv(key);
            Arrays.fill(key, (byte) 0);
            return new Siv(cipher);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-512 and AES.", impossible);
        }
    }

    byte[] seal(byte[] value, byte[] context) {
        try {
            return cipher.encryptDeterministically(value, context);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("%d bytes cannot be sealed.".formatted(value.length), impossible);
        }
    }

    /** Empty when the bytes were sealed under another key, in another context, or were changed. */
    Optional<byte[]> open(byte[] sealed, byte[] context) {
        try {
            return Optional.of(cipher.decryptDeterministically(sealed, context));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    /** A keyed digest of a value. */
    byte[] digest(byte[] value, byte[] context) {
        return Arrays.copyOf(seal(value, context), SYNTHETIC);
    }
}
