package dev.storetwin.core.journal.archive;

import dev.storetwin.core.binary.Fingerprint;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Where the blocks of a run lie, by the first half of the first fingerprint in each. */
final class BlockIndex {

    private static final int START = 1_024;

    private long[] first;
    private long[] offsets;
    private int count;

    BlockIndex() {
        this.first = new long[START];
        this.offsets = new long[START];
    }

    private BlockIndex(int count) {
        this.first = new long[count];
        this.offsets = new long[count];
        this.count = count;
    }

    static BlockIndex read(ByteBuffer from) {
        var index = new BlockIndex(from.getInt());
        for (int i = 0; i < index.count; i++) {
            index.first[i] = from.getLong();
            index.offsets[i] = from.getLong();
        }
        return index;
    }

    void write(ByteBuffer into) {
        into.putInt(count);
        for (int i = 0; i < count; i++) {
            into.putLong(first[i]).putLong(offsets[i]);
        }
    }

    int size() {
        return Integer.BYTES + count * 2 * Long.BYTES;
    }

    void add(Fingerprint firstKey, long offset) {
        if (count == first.length) {
            first = Arrays.copyOf(first, count * 2);
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        first[count] = firstKey.high();
        offsets[count++] = offset;
    }

    int blocks() {
        return count;
    }

    long offset(int block) {
        return offsets[block];
    }

    /** The first block that a fingerprint may lie in; the ones after it may hold it too while {@link #mayLieIn} says so. */
    int firstFor(Fingerprint key) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(first[middle], key.high()) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.max(0, low - 1);
    }

    boolean mayLieIn(int block, Fingerprint key) {
        return block < count && Long.compareUnsigned(first[block], key.high()) <= 0;
    }
}
