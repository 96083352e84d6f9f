package dev.storetwin.core.audit;

import dev.storetwin.audit.Checkpoint;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
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

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final MessageDigest sha256 = sha256();
    private final Deque<byte[]> fullTrees = new ArrayDeque<>();
    private long size;

    /** The hash of one leaf. */
    byte[] leaf(byte[] data) {
        sha256.update(LEAF);
        return sha256.digest(data);
    }

    void append(byte[] leaf) {
        var carried = leaf;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            carried = node(fullTrees.pop(), carried);
        }
        fullTrees.push(carried);
        size++;
    }

    /** Over all leaves so far; that of none is the hash of nothing. */
    byte[] root() {
        var smallestFirst = fullTrees.iterator();
        if (!smallestFirst.hasNext()) {
            return sha256.digest();
        }
        var root = smallestFirst.next();
        while (smallestFirst.hasNext()) {
            root = node(smallestFirst.next(), root);
        }
        return root;
    }

    long size() {
        return size;
    }

    MerkleTree copy() {
        var copy = new MerkleTree();
        copy.fullTrees.addAll(fullTrees);
        copy.size = size;
        return copy;
    }

    Checkpoint checkpoint() {
        return new Checkpoint(size, HexFormat.of().formatHex(root()));
    }

    private byte[] node(byte[] left, byte[] right) {
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
