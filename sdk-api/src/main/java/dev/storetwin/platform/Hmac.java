package dev.storetwin.platform;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A keyed hash under one of several secrets, so that a secret can be replaced while messages signed with the old one still arrive. */
public final class Hmac {

    private final String algorithm;
    private final List<SecretKeySpec> keys;

    private Hmac(String algorithm, Collection<byte[]> secrets) {
        this.algorithm = algorithm;
        this.keys = secrets.stream()
                .filter(secret -> secret.length > 0)
                .map(secret -> new SecretKeySpec(secret, algorithm))
                .toList();
    }

    /** Empty secrets count as missing. */
    public static Hmac sha256(Collection<byte[]> secrets) {
        return new Hmac("HmacSHA256", secrets);
    }

    public boolean hasSecret() {
        return !keys.isEmpty();
    }

    /** Whether one of the secrets gives this hash. Takes the same time wherever it differs and whichever secret fits. */
    public boolean matches(byte[] message, byte[] hash) {
        boolean matches = false;
        for (var key : keys) {
            matches |= MessageDigest.isEqual(hash(message, key), hash);
        }
        return matches;
    }

    private byte[] hash(byte[] message, SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("""
                    %s is not available.
                    Maybe a security provider was removed from this Java.""".formatted(algorithm), missing);
        }
    }
}
