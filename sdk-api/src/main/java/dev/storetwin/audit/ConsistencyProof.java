package dev.storetwin.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * That a trail has only grown from one size to another, to be checked by somebody who has the two checkpoints and not the trail.
 *
 * @param from entries at the earlier moment
 * @param to   entries at the later moment
 * @param path hashes as in RFC 9162, section 2.1.4, in hexadecimal
 */
public record ConsistencyProof(long from, long to, List<String> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
        if (from < 0 || from > to) {
            throw new IllegalArgumentException(
                    "A trail does not grow from %d entries to %d.\nMaybe the checkpoints are in the wrong order."
                            .formatted(from, to));
        }
        if (!path.stream().allMatch(TreeHash::isHash)) {
            throw new IllegalArgumentException(
                    "A path consists of hashes of 64 hexadecimal digits.\nMaybe the proof was cut when it was copied.");
        }
    }

    /** Whether the trail of the later checkpoint begins with that of the earlier one. RFC 9162, section 2.1.4.2. */
    public boolean proves(Checkpoint earlier, Checkpoint later) {
        if (earlier.size() != from || later.size() != to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && earlier.root().equals(later.root());
        }
        return from == 0 ? path.isEmpty() : leadsToBoth(earlier.root(), later.root());
    }

    private boolean leadsToBoth(String earlier, String later) {
        var hashes = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            hashes.add(0, earlier);
        }
        if (hashes.isEmpty()) {
            return false;
        }
        int levels = Long.numberOfTrailingZeros(~(from - 1));
        long at = (from - 1) >> levels;
        long last = (to - 1) >> levels;
        var first = hashes.get(0);
        var second = first;
        for (var hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                first = TreeHash.node(hash, first);
                second = TreeHash.node(hash, second);
                int up = (at & 1) == 1 ? 0 : Long.numberOfTrailingZeros(at);
                at >>= up;
                last >>= up;
            } else {
                second = TreeHash.node(second, hash);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(earlier) && second.equals(later);
    }
}
