package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;

/** Lines that follow each other, as an index remembers them. */
final class Stretch {

    /** Entries of a stretch that is whole, a power of two: it is a full subtree. */
    static final int LENGTH = 1 << 10;

    private static final int BITS = 1 << 15;
    private static final String AT = ",\"at\":\"";

    private final long[] filter = new long[BITS / Long.SIZE];
    private final long first;
    private final int count;
    private final long offset;
    private final byte[] root = new byte[MerkleTree.HASH];
    private long end;
    private Instant earliest = Instant.MAX;
    private Instant latest = Instant.MIN;

    private Stretch(long first, int count, long offset) {
        this.first = first;
        this.count = count;
        this.offset = offset;
    }

    /** Reads so many lines, the first of which begins at the offset. */
    static Stretch read(LineSource lines, long first, int count, long offset) throws IOException {
        var stretch = new Stretch(first, count, offset);
        long before = lines.endedBytes();
        var tree = new MerkleTree();
        for (int i = 0; i < count; i++) {
            if (!lines.next()) {
                throw new EOFException("entry %d is not there any more".formatted(first + i));
            }
            var line = lines.bytes();
            stretch.see(line);
            tree.append(TrailLine.leafOf(line));
        }
        tree.root(stretch.root);
        stretch.end = offset + lines.endedBytes() - before;
        return stretch;
    }

    private void see(byte[] line) {
        int from = TrailLine.ENTRY_AT;
        int to = line.length - 1;
        var at = moment(line, from, to);
        earliest = at.isBefore(earliest) ? at : earliest;
        latest = at.isAfter(latest) ? at : latest;
        EntryKeys.each(line, from, to, this::add);
    }

    /** The moment that the entry between two places tells of; it stands behind its number. */
    static Instant moment(byte[] line, int from, int to) {
        int start = from;
        while (line[start] != ',') {
            start++;
        }
        start += AT.length();
        int close = start;
        while (close < to && line[close] != '"') {
            close++;
        }
        return Instant.parse(new String(line, start, close - start, US_ASCII));
    }

    /** A Bloom filter with three bits for a key. */
    private void add(long key) {
        for (int i = 0; i < 3; i++) {
            int bit = bit(key, i);
            filter[bit / Long.SIZE] |= 1L << bit;
        }
    }

    private boolean mayHold(long key) {
        for (int i = 0; i < 3; i++) {
            int bit = bit(key, i);
            if ((filter[bit / Long.SIZE] & (1L << bit)) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int bit(long key, int number) {
        return (int) (key >>> (20 * number)) & (BITS - 1);
    }

    /** Whether an entry of these moments with all of these keys may be among the lines. */
    boolean mayHold(long[] keys, Instant from, Instant until) {
        if (latest.isBefore(from) || !earliest.isBefore(until)) {
            return false;
        }
        for (long key : keys) {
            if (!mayHold(key)) {
                return false;
            }
        }
        return true;
    }

    /** Over its entries alone. */
    byte[] root() {
        return root.clone();
    }

    /** The place of the first entry. */
    long first() {
        return first;
    }

    int count() {
        return count;
    }

    /** Where its first line begins. */
    long offset() {
        return offset;
    }

    /** Where the line behind its last one begins. */
    long end() {
        return end;
    }
}
