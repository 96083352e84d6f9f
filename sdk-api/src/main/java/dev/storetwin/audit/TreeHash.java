package dev.storetwin.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes of a Merkle tree as in RFC 6962, section 2.1, in hexadecimal. */
final class TreeHash {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private TreeHash() {}

    static String leaf(byte[] entry) {
        var sha256 = sha256();
        sha256.update(LEAF);
        return HexFormat.of().formatHex(sha256.digest(entry));
    }

    static String node(String left, String right) {
        var sha256 = sha256();
        sha256.update(NODE);
        sha256.update(HexFormat.of().parseHex(left));
        return HexFormat.of().formatHex(sha256.digest(HexFormat.of().parseHex(right)));
    }

    static boolean isHash(String text) {
        return text.length() == 64 && text.chars().allMatch(it -> (it >= '0' && it <= '9') || (it >= 'a' && it <= 'f'));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
