package dev.storetwin.core.crypto;

import java.util.function.IntFunction;

/**
 * Where in the key file the newest record of each owner lies, in eight bytes an owner at half fill.
 *
 * <p>How it works: open addressing over 32 bits of the owner's id, which are as good as random. Two owners may agree in them, so whoever
 * finds an entry reads the owner at its place and goes on when it is another.
 */
final class KeyIndex {

    private static final int START = 1 << 8;

    private final IntFunction<KeyId> ownerAt;
    private long[] entries = new long[START];
    private int used;

    /** @param ownerAt reads whose record lies at a place */
    KeyIndex(IntFunction<KeyId> ownerAt) {
        this.ownerAt = ownerAt;
    }

    /** The same entries, with owners read from somewhere else. */
    KeyIndex readingFrom(IntFunction<KeyId> other) {
        var same = new KeyIndex(other);
        same.entries = entries.clone();
        same.used = used;
        return same;
    }

    /** The place of the owner's newest record, or {@link Slot#NONE}. */
    int find(KeyId owner) {
        long entry = entries[cell(owner)];
        return entry == 0 ? Slot.NONE : place(entry);
    }

    void put(KeyId owner, int place) {
        int cell = cell(owner);
        boolean isNew = entries[cell] == 0;
        entries[cell] = (long) print(owner) << Integer.SIZE | place + 1L;
        if (isNew && ++used * 2 > entries.length) {
            grow();
        }
    }

    /** Where the owner's entry is, or would be. */
    private int cell(KeyId owner) {
        int mask = entries.length - 1;
        int cell = print(owner) & mask;
        while (entries[cell] != 0 && !isOf(owner, entries[cell])) {
            cell = cell + 1 & mask;
        }
        return cell;
    }

    private boolean isOf(KeyId owner, long entry) {
        return print(entry) == print(owner) && ownerAt.apply(place(entry)).equals(owner);
    }

    private void grow() {
        var old = entries;
        entries = new long[old.length * 2];
        int mask = entries.length - 1;
        for (long entry : old) {
            if (entry != 0) {
                int cell = print(entry) & mask;
                while (entries[cell] != 0) {
                    cell = cell + 1 & mask;
                }
                entries[cell] = entry;
            }
        }
    }

    private static int print(KeyId owner) {
        return (int) owner.high();
    }

    private static int print(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    private static int place(long entry) {
        return (int) entry - 1;
    }
}
