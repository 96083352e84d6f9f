package dev.storetwin.core.audit;

import dev.storetwin.audit.Checkpoint;
import dev.storetwin.core.audit.LineBlocks.Block;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** A block of lines whose leaves were found to be the hashes of their entries, and whose entries count up by one. */
final class HashedBlock {

    private static final byte[] SEQ = {'{', '"', 's', 'e', 'q', '"', ':'};
    private static final int MOST_DIGITS = 18;

    private final Block block;
    private final MessageDigest sha256;
    private final byte[] leaves;
    private final int[] starts;
    private int count;
    private long first;

    private HashedBlock(Block block, MessageDigest sha256) {
        this.block = block;
        this.sha256 = sha256;
        int most = block.length() / TrailLine.ENTRY_AT;
        this.leaves = new byte[most * MerkleTree.HASH];
        this.starts = new int[most];
    }

    /** Empty when any line is not as the trail writes it, or a leaf is not that of its entry. */
    static Optional<HashedBlock> of(Block block, MessageDigest sha256) {
        var hashed = new HashedBlock(block, sha256);
        int from = 0;
        while (from < block.length()) {
            int end = block.lineEnd(from);
            if (!hashed.add(from, end)) {
                return Optional.empty();
            }
            from = end + 1;
        }
        return Optional.of(hashed);
    }

    private boolean add(int from, int end) {
        var bytes = block.bytes();
        if (!TrailLine.isShaped(bytes, from, end)) {
            return false;
        }
        long seq = seq(from + TrailLine.ENTRY_AT, end);
        first = count == 0 ? seq : first;
        if (seq < 0 || seq != first + count) {
            return false;
        }
        hash(from + TrailLine.ENTRY_AT, end - 1);
        starts[count] = from;
        return TrailLine.holdsHash(bytes, from + TrailLine.LEAF_AT, leaves, count++ * MerkleTree.HASH);
    }

    /** The number that the entry begins with; negative when it begins with something else. Nothing else of the entry is looked at. */
    private long seq(int from, int end) {
        var bytes = block.bytes();
        int at = from + SEQ.length;
        if (at + MOST_DIGITS >= end || !Arrays.equals(bytes, from, at, SEQ, 0, SEQ.length)) {
            return -1;
        }
        long seq = 0;
        int digits = 0;
        for (; digits < MOST_DIGITS && bytes[at] >= '0' && bytes[at] <= '9'; digits++) {
            seq = 10 * seq + bytes[at++] - '0';
        }
        var isCanonical = digits == 1 || (digits > 1 && bytes[at - digits] != '0');
        return isCanonical && bytes[at] == ',' ? seq : -1;
    }

    /** The byte before the entry becomes the one that a leaf begins with, for as long as it is hashed. */
    private void hash(int from, int to) {
        var bytes = block.bytes();
        byte before = bytes[from - 1];
        bytes[from - 1] = MerkleTree.LEAF;
        sha256.update(bytes, from - 1, to - from + 1);
        bytes[from - 1] = before;
        MerkleTree.digest(sha256, leaves, count * MerkleTree.HASH);
    }

    /** Whether the first entry is the one that comes next in a trail. */
    boolean follows(MerkleTree tree) {
        return first == tree.size();
    }

    void appendTo(MerkleTree tree) {
        for (int i = 0; i < count; i++) {
            tree.append(leaves, i * MerkleTree.HASH);
        }
    }

    /** Appends to the tree and says whether each line has the root of all up to it. */
    boolean hasRootsOf(MerkleTree tree, CheckpointWatch watch) {
        watch.see(tree);
        var root = new byte[MerkleTree.HASH];
        for (int i = 0; i < count; i++) {
            tree.append(leaves, i * MerkleTree.HASH);
            tree.root(root);
            if (!TrailLine.holdsHash(block.bytes(), starts[i] + TrailLine.ROOT_AT, root, 0)) {
                return false;
            }
            watch.see(tree);
        }
        return true;
    }

    /** Remembers the checkpoint at one size, when a tree of that size comes along. */
    static final class CheckpointWatch {

        private final long size;
        private volatile Optional<Checkpoint> seen = Optional.empty();

        CheckpointWatch(Optional<Checkpoint> kept) {
            this.size = kept.map(Checkpoint::size).orElse(-1L);
        }

        void see(MerkleTree tree) {
            if (tree.size() == size) {
                seen = Optional.of(tree.checkpoint());
            }
        }

        Optional<Checkpoint> seen() {
            return seen;
        }
    }
}
