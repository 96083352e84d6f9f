package dev.storetwin.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The name that a model's bytes give it.
 *
 * @param sha256 64 hexadecimal digits, lower case
 */
public record ModelAddress(String sha256) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public ModelAddress {
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no address of a model; 64 hexadecimal digits are expected.".formatted(sha256));
        }
    }

    public static ModelAddress of(byte[] bytes) {
        try {
            return new ModelAddress(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    @Override
    public String toString() {
        return sha256;
    }
}
