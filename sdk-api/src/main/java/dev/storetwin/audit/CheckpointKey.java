package dev.storetwin.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What checks the signatures of a trail's checkpoints. Anybody may know it.
 *
 * @param name of the trail and its key
 * @param text {@code NAME+ID+KEY}, the form of verifier keys in the C2SP specification of signed notes
 */
public record CheckpointKey(String name, String text) {

    private static final Pattern NAME = Pattern.compile("[^\\s+]{1,200}");
    private static final Pattern FORM = Pattern.compile("([^\\s+]{1,200})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{44})");
    private static final byte ED25519 = 1;
    private static final int KEY = 32;
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    static CheckpointKey of(String name, byte[] publicKey) {
        if (!NAME.matcher(name).matches() || publicKey.length != KEY) {
            throw new IllegalArgumentException(
                    "'%s' with a key of %d bytes cannot sign, expected a name without spaces and plus signs and an Ed25519 key of 32 bytes.\nMaybe the key is in another encoding."
                            .formatted(name, publicKey.length));
        }
        var typed = ByteBuffer.allocate(1 + KEY).put(ED25519).put(publicKey).array();
        return new CheckpointKey(
                name,
                name + "+" + HexFormat.of().formatHex(id(name, typed)) + "+"
                        + Base64.getEncoder().encodeToString(typed));
    }

    /** Reads {@code NAME+ID+KEY}. */
    public static CheckpointKey parse(String text) {
        var match = FORM.matcher(text.strip());
        if (match.matches()) {
            var typed = Base64.getDecoder().decode(match.group(3));
            var isWhole = typed.length == 1 + KEY
                    && typed[0] == ED25519
                    && HexFormat.of().formatHex(id(match.group(1), typed)).equals(match.group(2));
            if (isWhole) {
                return new CheckpointKey(match.group(1), text.strip());
            }
        }
        throw new IllegalArgumentException(
                "This is no key of checkpoints, expected NAME+ID+KEY.\nMaybe it was cut when it was copied.");
    }

    /** The four bytes that a signature names its key by. */
    byte[] id() {
        return id(name, typed());
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            var encoded = ByteBuffer.allocate(X509.length + KEY).put(X509).put(typed(), 1, KEY);
            var check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.array())));
            check.update(message);
            return check.verify(signature);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(
                    "This Java has no Ed25519.\nMaybe it was made without the module jdk.crypto.ec.", missing);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private byte[] typed() {
        return Base64.getDecoder().decode(text.substring(text.length() - 44));
    }

    private static byte[] id(String name, byte[] typed) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((name + "\n").getBytes(UTF_8));
            return ByteBuffer.allocate(4).put(sha256.digest(typed), 0, 4).array();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
