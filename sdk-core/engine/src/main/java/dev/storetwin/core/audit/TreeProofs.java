package dev.storetwin.core.audit;

import dev.storetwin.audit.ConsistencyProof;
import dev.storetwin.audit.InclusionProof;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Proofs about the first entries of a trail, as RFC 6962 defines them in sections 2.1.1 and 2.1.2.
 *
 * <p>Both follow the tree from its root down and take along the hash of every subtree that they do not enter. The hashes of whole stretches
 * are in the index; only within the one or two that a proof ends in lines are read.
 */
final class TreeProofs {

    private final LineStore store;
    private final List<Stretch> stretches;
    private final long size;
    private final MerkleTree hashes = new MerkleTree();

    TreeProofs(LineStore store, List<Stretch> stretches, long size) {
        this.store = store;
        this.stretches = stretches;
        this.size = size;
    }

    InclusionProof inclusion(long place) throws IOException {
        if (place < 0 || place >= size) {
            throw new IllegalArgumentException(
                    "There is no entry %d in a trail of %d.\nMaybe entries were counted from 1."
                            .formatted(place, size));
        }
        var path = new ArrayList<String>();
        pathTo(place, 0, size, path);
        return new InclusionProof(place, size, path);
    }

    private void pathTo(long place, long from, long to, List<String> path) throws IOException {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (place < middle) {
            pathTo(place, from, middle, path);
            path.add(hex(middle, to));
        } else {
            pathTo(place, middle, to, path);
            path.add(hex(from, middle));
        }
    }

    ConsistencyProof consistency(long from) throws IOException {
        if (from < 0 || from > size) {
            throw new IllegalArgumentException(
                    "A trail does not grow from %d entries to %d.\nMaybe the sizes are in the wrong order."
                            .formatted(from, size));
        }
        var path = new ArrayList<String>();
        if (from > 0 && from < size) {
            growth(from, 0, size, true, path);
        }
        return new ConsistencyProof(from, size, path);
    }

    /** @param isKnown whether the earlier root is this subtree's, so that who checks has it already */
    private void growth(long old, long from, long to, boolean isKnown, List<String> path) throws IOException {
        if (old == to) {
            if (!isKnown) {
                path.add(hex(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (old <= middle) {
            growth(old, from, middle, isKnown, path);
            path.add(hex(middle, to));
        } else {
            growth(old, middle, to, false, path);
            path.add(hex(from, middle));
        }
    }

    /** The largest power of two below. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    private String hex(long from, long to) throws IOException {
        return HexFormat.of().formatHex(hash(from, to));
    }

    /** Of entries that are a subtree. */
    private byte[] hash(long from, long to) throws IOException {
        var stretch = stretches.get((int) (from / Stretch.LENGTH));
        if (stretch.first() == from && stretch.first() + stretch.count() == to) {
            return stretch.root();
        }
        if (to <= stretch.first() + stretch.count()) {
            return hashOfLines(stretch, from, to);
        }
        long middle = from + split(to - from);
        return hashes.node(hash(from, middle), hash(middle, to));
    }

    private byte[] hashOfLines(Stretch stretch, long from, long to) throws IOException {
        var subtree = new MerkleTree();
        try (var lines = new LineSource(store.read(stretch.offset()))) {
            for (long place = stretch.first(); place < to; place++) {
                if (!lines.next()) {
                    throw new EOFException("entry %d is not there any more".formatted(place));
                }
                if (place >= from) {
                    subtree.append(TrailLine.leafOf(lines.bytes()));
                }
            }
        }
        return subtree.root();
    }
}
