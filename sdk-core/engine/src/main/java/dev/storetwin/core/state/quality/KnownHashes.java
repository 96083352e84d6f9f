package dev.storetwin.core.state.quality;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Remembers which things were found, by 64 bits of each, so that they need not be looked for again. Several threads may use it at once: one
 * that misses what another has just added looks for itself. Bounded: when it is full it begins anew.
 */
final class KnownHashes {

    private static final int SMALLEST = 1 << 12;
    private static final int LARGEST = 1 << 22;

    /** Stands for no hash. */
    private static final long NONE = 0;

    private volatile AtomicLongArray places = new AtomicLongArray(SMALLEST);
    private int used;

    boolean contains(long hash) {
        var table = places;
        int mask = table.length() - 1;
        for (int place = (int) hash & mask; ; place = (place + 1) & mask) {
            long known = table.get(place);
            if (known == hash || known == NONE) {
                return known == hash && hash != NONE;
            }
        }
    }

    synchronized void add(long hash) {
        if (hash == NONE || contains(hash)) {
            return;
        }
        if (2 * (used + 1) > places.length()) {
            grow();
        }
        put(places, hash);
        used++;
    }

    private void grow() {
        var old = places;
        boolean isFull = old.length() >= LARGEST;
        var larger = new AtomicLongArray(isFull ? SMALLEST : 2 * old.length());
        used = isFull ? 0 : used;
        for (int i = 0; i < old.length() && !isFull; i++) {
            if (old.get(i) != NONE) {
                put(larger, old.get(i));
            }
        }
        places = larger;
    }

    private static void put(AtomicLongArray table, long hash) {
        int mask = table.length() - 1;
        int place = (int) hash & mask;
        while (table.get(place) != NONE) {
            place = (place + 1) & mask;
        }
        table.set(place, hash);
    }
}
