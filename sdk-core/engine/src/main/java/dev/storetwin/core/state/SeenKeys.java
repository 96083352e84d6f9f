package dev.storetwin.core.state;

import dev.storetwin.core.binary.TextHash;
import dev.storetwin.event.EventKey;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the events that were counted last, so that a repetition is recognised. Immutable; the next window shares what was not touched.
 *
 * <p>How it works: a key is known by 64 bits of its hash, and by them it belongs to one of a fixed number of slices. Each slice has a young and
 * an old generation of buckets; when the young one is full, the old one is forgotten and the young one grows old. So a slice knows its last
 * keys, and since keys spread evenly, all slices together know the last events of the shop; a reserve makes good for slices that get more than
 * others. Which keys are known follows from the events in their order, not from how they were cut into batches. Two keys that
 * share all 64 bits would be taken for one.
 */
final class SeenKeys {

    /** Events that are recognised at least, unless the shop says otherwise. */
    static final int DEFAULT_CAPACITY = 4_000_000;

    private static final int SLICE_BITS = 6;
    private static final int SLICES = 1 << SLICE_BITS;
    private static final int FULL_BUCKET = 16;

    /** How far a slice may be from its even share of the last keys. */
    private static final int SIGMAS = 6;

    private final int sliceCapacity;
    private final @Nullable Slice[] slices;

    private SeenKeys(int sliceCapacity, @Nullable Slice[] slices) {
        this.sliceCapacity = sliceCapacity;
        this.slices = slices;
    }

    /** A window that knows no key yet. */
    static SeenKeys of(int capacity) {
        int share = capacity / SLICES + 1;
        int reserve = share / 8 + (int) (SIGMAS * Math.sqrt(share));
        return new SeenKeys(share + reserve, new Slice[SLICES]);
    }

    /** The window of another state, whose slices hold so many keys, before any key was put back. */
    static SeenKeys ofSlices(int sliceCapacity) {
        return new SeenKeys(sliceCapacity, new Slice[SLICES]);
    }

    int sliceCapacity() {
        return sliceCapacity;
    }

    /** The hashes that a slice knows, of its young or its old generation, so that adding them in this order gives the same window. */
    long[] hashes(int number, boolean isYoung) {
        var slice = slices[number];
        return slice == null ? new long[0] : (isYoung ? slice.young : slice.old).hashes();
    }

    /** This window with what a slice knew. */
    SeenKeys with(int number, long[] old, long[] young) {
        var next = slices.clone();
        next[number] = new Slice(Generation.of(sliceCapacity, young), Generation.of(sliceCapacity, old));
        return new SeenKeys(sliceCapacity, next);
    }

    /** The 64 bits that a key is known by. */
    static long hash(EventKey key) {
        return TextHash.of(key.source().value(), key.eventId());
    }

    static int sliceOf(long hash) {
        return (int) (hash >>> (Long.SIZE - SLICE_BITS));
    }

    boolean contains(long hash) {
        var slice = slices[sliceOf(hash)];
        return slice != null && slice.contains(hash);
    }

    Editor edit() {
        return new Editor(this);
    }

    /** The next window in the making. Keys of different slices may be added by different threads at once. */
    static final class Editor {

        private final SeenKeys before;
        private final Object owner = new Object();

        /** Those of the window before, until a key is added. */
        private volatile @Nullable Slice[] slices;

        private Editor(SeenKeys before) {
            this.before = before;
            this.slices = before.slices;
        }

        /** Notes a key; whether it was new. */
        boolean add(long hash) {
            int number = sliceOf(hash);
            var known = slices[number];
            if (known != null && known.contains(hash)) {
                return false;
            }
            var slice = known == null ? Slice.empty(before.sliceCapacity, owner) : known.owned(owner);
            var published = before.slices[number];
            slice.young.add(hash, published == null ? null : published.young);
            own()[number] = slice.young.count < before.sliceCapacity
                    ? slice
                    : new Slice(Generation.of(before.sliceCapacity, owner), slice.young);
            return true;
        }

        private @Nullable Slice[] own() {
            if (slices == before.slices) {
                synchronized (owner) {
                    slices = slices == before.slices ? slices.clone() : slices;
                }
            }
            return slices;
        }

        SeenKeys done() {
            return slices == before.slices ? before : new SeenKeys(before.sliceCapacity, slices);
        }
    }

    private record Slice(Generation young, Generation old) {

        static Slice empty(int capacity, Object owner) {
            return new Slice(Generation.of(capacity, owner), Generation.of(capacity, owner));
        }

        /** The same with a young generation that its owner may change. */
        Slice owned(Object owner) {
            return young.owner == owner ? this : new Slice(young.copy(owner), old);
        }

        boolean contains(long hash) {
            return young.contains(hash) || old.contains(hash);
        }
    }

    /**
     * Buckets of hashes in groups, chosen by the bits below those of the slice. It is changed only by the editor that made it, and not any more
     * once it is published.
     */
    private static final class Generation {

        private static final int GROUP_BITS = 6;
        private static final int GROUP = 1 << GROUP_BITS;

        private final long[] @Nullable [] @Nullable [] groups;
        private final Object owner;
        private int count;

        private Generation(long[] @Nullable [] @Nullable [] groups, int count, Object owner) {
            this.groups = groups;
            this.count = count;
            this.owner = owner;
        }

        static Generation of(int capacity, Object owner) {
            int groups = Integer.highestOneBit(Math.max(1, capacity / FULL_BUCKET / GROUP));
            return new Generation(new long[groups][][], 0, owner);
        }

        static Generation of(int capacity, long[] hashes) {
            var generation = of(capacity, new Object());
            for (long hash : hashes) {
                generation.add(hash, null);
            }
            return generation;
        }

        long[] hashes() {
            return Arrays.stream(groups)
                    .filter(Objects::nonNull)
                    .flatMap(Arrays::stream)
                    .filter(Objects::nonNull)
                    .flatMapToLong(Arrays::stream)
                    .toArray();
        }

        Generation copy(Object by) {
            return new Generation(groups.clone(), count, by);
        }

        private int bits(long hash) {
            return (int) (hash >>> (Long.SIZE - SLICE_BITS - Integer.SIZE));
        }

        private int group(long hash) {
            return (bits(hash) >>> GROUP_BITS) & (groups.length - 1);
        }

        private int bucket(long hash) {
            return bits(hash) & (GROUP - 1);
        }

        boolean contains(long hash) {
            var group = groups[group(hash)];
            return group != null && holds(group[bucket(hash)], hash);
        }

        private static boolean holds(long @Nullable [] keys, long hash) {
            if (keys != null) {
                for (long key : keys) {
                    if (key == hash) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Adds a key, after copying what is shared with a published generation. */
        void add(long hash, @Nullable Generation shared) {
            int place = group(hash);
            var group = groups[place];
            if (group == null) {
                group = new long[GROUP][];
            } else if (shared != null && group == shared.groups[place]) {
                group = group.clone();
            }
            var keys = group[bucket(hash)];
            var grown = keys == null ? new long[1] : Arrays.copyOf(keys, keys.length + 1);
            grown[grown.length - 1] = hash;
            group[bucket(hash)] = grown;
            groups[place] = group;
            count++;
        }
    }
}
