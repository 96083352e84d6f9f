package dev.storetwin.core.audit;

import dev.storetwin.audit.Checkpoint;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash tree that only grows: one root over all leaves so far.
 *
 * <p>RFC 6962, section 2.1: a leaf is SHA-256(0x00 || data), a node SHA-256(0x01 || left || right), and a tree of n leaves splits at
 * the largest power of two below n. So n leaves are a row of full trees, one for each bit of n, largest first. Only their roots are
 * kept: a new leaf merges with full trees of its own size as a carry runs through a binary counter, and the root of all is the row
 * folded from the right.
 */
final class MerkleTree {

    /** In bytes. */
    static final int HASH = 32;

    /** What the bytes of a leaf begin with when it is hashed. */
    static final byte LEAF = 0;

    private static final byte NODE = 1;

    private final MessageDigest sha256;
    private final byte[] row = new byte[Long.SIZE * HASH];
    private final byte[] node = new byte[1 + 2 * HASH];
    private long size;

    MerkleTree() {
        this(sha256());
    }

    private MerkleTree(MessageDigest sha256) {
        this.sha256 = sha256;
        node[0] = NODE;
    }

    /** The hash of one leaf. */
    byte[] leaf(byte[] data) {
        var leaf = new byte[HASH];
        leaf(data, leaf, 0);
        return leaf;
    }

    /** Puts the hash of one leaf into the array from {@code at} on. */
    void leaf(byte[] data, byte[] into, int at) {
        sha256.update(LEAF);
        sha256.update(data);
        digest(sha256, into, at);
    }

    /** The hash of a node. */
    byte[] node(byte[] left, byte[] right) {
        var hash = new byte[HASH];
        merge(left, 0, right, 0, hash, 0);
        return hash;
    }

    /** Takes the hash of a leaf. */
    void append(byte[] leaf) {
        append(leaf, 0);
    }

    /** Takes the hash of a leaf that stands in the array from {@code at} on. */
    void append(byte[] leaves, int at) {
        int end = Long.bitCount(size) * HASH;
        System.arraycopy(leaves, at, row, end, HASH);
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            merge(row, end - HASH, row, end, row, end - HASH);
            end -= HASH;
        }
        size++;
    }

    /** Over all leaves so far; that of none is the hash of nothing. */
    byte[] root() {
        var root = new byte[HASH];
        root(root);
        return root;
    }

    /** Puts the root into the array. */
    void root(byte[] root) {
        int at = (Long.bitCount(size) - 1) * HASH;
        if (at < 0) {
            digest(sha256, root, 0);
            return;
        }
        System.arraycopy(row, at, root, 0, HASH);
        for (at -= HASH; at >= 0; at -= HASH) {
            merge(row, at, root, 0, root, 0);
        }
    }

    long size() {
        return size;
    }

    MerkleTree copy() {
        var copy = new MerkleTree(sha256());
        System.arraycopy(row, 0, copy.row, 0, Long.bitCount(size) * HASH);
        copy.size = size;
        return copy;
    }

    Checkpoint checkpoint() {
        return new Checkpoint(size, HexFormat.of().formatHex(root()));
    }

    private void merge(byte[] left, int leftAt, byte[] right, int rightAt, byte[] into, int at) {
        System.arraycopy(left, leftAt, node, 1, HASH);
        System.arraycopy(right, rightAt, node, 1 + HASH, HASH);
        sha256.update(node);
        digest(sha256, into, at);
    }

    /** Ends a hash and puts it into the array from {@code at} on. */
    static void digest(MessageDigest sha256, byte[] into, int at) {
        try {
            sha256.digest(into, at, HASH);
        } catch (DigestException impossible) {
            throw new IllegalStateException("SHA-256 has %d bytes.".formatted(HASH), impossible);
        }
    }

    /** A fresh hash function of every leaf and node. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
