package dev.storetwin.core.journal.archive;

import dev.storetwin.core.binary.Fingerprint;
import java.nio.ByteBuffer;

/**
 * Tells at once, without the disk, that a fingerprint is not there.
 *
 * <p>How it works: the first half of a fingerprint names a group of 512 bits, one line of a processor's cache, and the second half six bits in
 * it (Putze, Sanders and Singler, "Cache-, Hash- and Space-Efficient Bloom Filters", 2007). So a look costs one access to memory.
 */
final class BloomFilter {

    private static final int BITS_PER_ENTRY = 10;
    private static final int PROBES = 6;
    private static final int GROUP_BITS = 9;
    private static final int GROUP_WORDS = (1 << GROUP_BITS) / Long.SIZE;

    private final long[] words;

    private BloomFilter(long[] words) {
        this.words = words;
    }

    static BloomFilter forEntries(long entries) {
        long groups = ((entries * BITS_PER_ENTRY) >> GROUP_BITS) + 1;
        return new BloomFilter(new long[Math.toIntExact(groups * GROUP_WORDS)]);
    }

    static BloomFilter read(ByteBuffer from) {
        var words = new long[from.getInt()];
        from.asLongBuffer().get(words);
        from.position(from.position() + words.length * Long.BYTES);
        return new BloomFilter(words);
    }

    void write(ByteBuffer into) {
        into.putInt(words.length);
        for (long word : words) {
            into.putLong(word);
        }
    }

    int size() {
        return Integer.BYTES + words.length * Long.BYTES;
    }

    void add(Fingerprint key) {
        int group = group(key);
        long bits = key.low();
        for (int probe = 0; probe < PROBES; probe++) {
            words[group + word(bits)] |= 1L << bits;
            bits >>>= GROUP_BITS;
        }
    }

    /** False is certain, true is not. */
    boolean mayHold(Fingerprint key) {
        int group = group(key);
        long bits = key.low();
        for (int probe = 0; probe < PROBES; probe++) {
            if ((words[group + word(bits)] & (1L << bits)) == 0) {
                return false;
            }
            bits >>>= GROUP_BITS;
        }
        return true;
    }

    /** The highest of nine bits name the word, and the lowest six the bit in it. */
    private static int word(long bits) {
        return (int) (bits >>> 6) & (GROUP_WORDS - 1);
    }

    private int group(Fingerprint key) {
        long groups = words.length / GROUP_WORDS;
        return (int) (((key.high() >>> Integer.SIZE) * groups) >>> Integer.SIZE) * GROUP_WORDS;
    }
}
