package dev.storetwin.core.audit;

import java.util.List;

/** Entries that follow each other in a trail and are written in one piece: their leaves, and the tree before and behind them. */
final class EntryGroup {

    private final MerkleTree before;
    private final List<byte[]> entries;
    private final byte[] leaves;

    private EntryGroup(MerkleTree before, List<byte[]> entries, byte[] leaves) {
        this.before = before;
        this.entries = entries;
        this.leaves = leaves;
    }

    /**
     * Puts entries at the end of a tree.
     *
     * @param before the tree without them, which must not grow any more
     * @param behind the same tree, which grows
     */
    static EntryGroup of(MerkleTree before, MerkleTree behind, List<byte[]> bodies) {
        var entries = EntryJson.numbered(before.size(), bodies);
        var leaves = new byte[entries.size() * MerkleTree.HASH];
        int at = 0;
        for (var entry : entries) {
            behind.leaf(entry, leaves, at);
            behind.append(leaves, at);
            at += MerkleTree.HASH;
        }
        return new EntryGroup(before, entries, leaves);
    }

    /** The place of the first entry. */
    long first() {
        return before.size();
    }

    /** The lines of all entries, each with its leaf and the root of all up to it. Costs most of the hashes of a trail. */
    Lines lines() {
        var tree = before.copy();
        var root = new byte[MerkleTree.HASH];
        var lines = new byte[Math.toIntExact(length())];
        int at = 0;
        int leafAt = 0;
        for (var entry : entries) {
            tree.append(leaves, leafAt);
            tree.root(root);
            at = TrailLine.write(leaves, leafAt, root, entry, lines, at);
            leafAt += MerkleTree.HASH;
        }
        return new Lines(lines, tree);
    }

    private long length() {
        long length = 0;
        for (var entry : entries) {
            length += TrailLine.length(entry);
        }
        return length;
    }

    /** What is to be written, and the tree when it is. */
    record Lines(byte[] bytes, MerkleTree behind) {}
}
