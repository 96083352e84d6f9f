package dev.storetwin.core.state;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Things by their key in a hash table that never changes: the next one shares all that was not touched. A thing holds its key itself, so a
 * place in the table costs little more than a reference.
 *
 * <p>How it works: the first bits of a key's hash name one of a fixed number of slices, the rest the way through a tree of small nodes. Slices
 * are edited independently, each by one thread at a time, so what comes out never depends on how many threads there were.
 */
final class Table<K, V> {

    /** Fixed, so that work is cut the same way on every machine. */
    static final int SLICES = 64;

    private static final int SLICE_BITS = 6;

    /** How a thing tells its key. */
    interface Keying<K, V> {

        K key(V value);

        default boolean isOf(V value, K key) {
            return key(value).equals(key);
        }

        /** The same in every run, unlike the hash of an enum constant. */
        default int hash(K key) {
            return key.hashCode();
        }

        default int hashOf(V value) {
            return hash(key(value));
        }
    }

    private final Keying<K, V> keying;
    private final @Nullable TableNode<V>[] slices;
    private final long size;

    private Table(Keying<K, V> keying, @Nullable TableNode<V>[] slices, long size) {
        this.keying = keying;
        this.slices = slices;
        this.size = size;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static <K, V> Table<K, V> empty(Keying<K, V> keying) {
        return new Table<>(keying, new TableNode[SLICES], 0);
    }

    private static <K, V> int spread(Keying<K, V> keying, K key) {
        return spread(keying.hash(key));
    }

    private static int spread(int rough) {
        int hash = rough;
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }

    private static int slice(int spread) {
        return spread >>> (Integer.SIZE - SLICE_BITS);
    }

    /** Which slice a key belongs to. */
    int sliceOf(K key) {
        return slice(spread(keying, key));
    }

    @Nullable
    V get(K key) {
        int hash = spread(keying, key);
        var node = slices[slice(hash)];
        return node == null ? null : node.get(keying, hash, key);
    }

    long size() {
        return size;
    }

    /** In no order that means anything. */
    void forEach(Consumer<? super V> consumer) {
        for (int slice = 0; slice < SLICES; slice++) {
            forEachIn(slice, consumer);
        }
    }

    void forEachIn(int slice, Consumer<? super V> consumer) {
        var node = slices[slice];
        if (node != null) {
            node.forEach(consumer);
        }
    }

    /**
     * What is not the same object in both tables, as pairs of which one may be missing. Shared parts are not looked at.
     *
     * @param slice which part of the tables
     */
    void differencesIn(int slice, Table<K, V> other, BiConsumer<@Nullable V, @Nullable V> consumer) {
        TableNode.differences(keying, slices[slice], other.slices[slice], 0, consumer);
    }

    Editor<K, V> edit() {
        return new Editor<>(this);
    }

    /**
     * The next table in the making. Keys of different slices may be edited by different threads at once. Nodes that it made are changed in place
     * until the table is done.
     */
    static final class Editor<K, V> {

        private final Table<K, V> before;
        private final Keying<K, V> keying;
        private final Object owner = new Object();
        private final AtomicInteger grown = new AtomicInteger();

        /** Those of the table before, until something is changed. */
        private volatile @Nullable TableNode<V>[] slices;

        private Editor(Table<K, V> before) {
            this.before = before;
            this.keying = before.keying;
            this.slices = before.slices;
        }

        /** What a key is found by; two keys may share it. */
        int hash(K key) {
            return spread(keying, key);
        }

        @Nullable
        V get(K key) {
            return get(hash(key), key);
        }

        /** The thing of a key whose {@link #hash} is at hand. */
        @Nullable
        V get(int hash, K key) {
            var root = slices[slice(hash)];
            return root == null ? null : root.get(keying, hash, key);
        }

        /** Sets a thing in the place of the one with its key, which is the answer; null when there was none. */
        @Nullable
        V put(V value) {
            return put(keying.key(value), value);
        }

        /** The same with the key at hand, where reading it from the thing costs more. */
        @Nullable
        V put(K key, V value) {
            return put(hash(key), key, value);
        }

        /** The same with a key whose {@link #hash} is at hand. */
        @Nullable
        V put(int hash, K key, V value) {
            int slice = slice(hash);
            var root = slices[slice];
            if (root == null) {
                set(slice, TableNode.of(hash, value, owner));
                grown.incrementAndGet();
                return null;
            }
            var change = new TableNode.Change<>(keying, owner, key, value);
            set(slice, root.with(change, hash, 0));
            if (change.isNew()) {
                grown.incrementAndGet();
            }
            return change.replaced();
        }

        void remove(K key) {
            int hash = hash(key);
            var root = slices[slice(hash)];
            if (root != null && root.get(keying, hash, key) != null) {
                var left = root.without(keying, owner, hash, 0, key);
                set(slice(hash), left.isEmpty() ? null : left);
                grown.decrementAndGet();
            }
        }

        private void set(int slice, @Nullable TableNode<V> root) {
            if (slices[slice] != root) {
                own()[slice] = root;
            }
        }

        private @Nullable TableNode<V>[] own() {
            if (slices == before.slices) {
                synchronized (owner) {
                    slices = slices == before.slices ? slices.clone() : slices;
                }
            }
            return slices;
        }

        Table<K, V> done() {
            return slices == before.slices ? before : new Table<>(keying, slices, before.size + grown.get());
        }
    }

    static <K, V> int spreadOf(Keying<K, V> keying, V value) {
        return spread(keying.hashOf(value));
    }
}
