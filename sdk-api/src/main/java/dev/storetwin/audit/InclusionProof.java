package dev.storetwin.audit;

import java.util.List;

/**
 * That an entry stands in a trail, to be checked by somebody who has a checkpoint and not the trail.
 *
 * @param place the entry, counted from 0
 * @param size  of the trail that it stands in
 * @param path  hashes from the leaf up to the root as in RFC 9162, section 2.1.3, in hexadecimal
 */
public record InclusionProof(long place, long size, List<String> path) {

    public InclusionProof {
        path = List.copyOf(path);
        if (place < 0 || place >= size) {
            throw new IllegalArgumentException(
                    "There is no entry %d in a trail of %d.\nMaybe the trail has grown since the checkpoint."
                            .formatted(place, size));
        }
        if (!path.stream().allMatch(TreeHash::isHash)) {
            throw new IllegalArgumentException(
                    "A path consists of hashes of 64 hexadecimal digits.\nMaybe the proof was cut when it was copied.");
        }
    }

    /**
     * Whether exactly these bytes are the entry at this place in the trail of the checkpoint. RFC 9162, section 2.1.3.2.
     *
     * @param entry what stands behind {@code "entry":} in its line, in UTF-8
     */
    public boolean proves(byte[] entry, Checkpoint trail) {
        return trail.size() == size && provesLeaf(TreeHash.leaf(entry), trail.root());
    }

    private boolean provesLeaf(String leaf, String root) {
        long at = place;
        long last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = TreeHash.node(sibling, hash);
                int levels = (at & 1) == 1 ? 0 : Long.numberOfTrailingZeros(at);
                at >>= levels;
                last >>= levels;
            } else {
                hash = TreeHash.node(hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
