package dev.storetwin.core.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A node of a {@link Table}: six bits of a hash choose one of 64 places, each of which is free, holds a thing, or leads to a child.
 *
 * <p>How it works: only taken places are stored, things from the front in the order of their places, children from the back (a compressed hash
 * array mapped prefix tree: Steindorfer and Vinju, "Optimizing Hash-Array Mapped Tries for Fast and Lean Immutable JVM Collections",
 * OOPSLA 2015). The same things always give the same tree, so two trees can be compared place by place. Below the last bit of the hash, things
 * of one hash lie in a list. A node may be changed in place by the one who made it, as long as nobody else has seen it.
 */
final class TableNode<V> {

    private static final int BITS = 6;
    private static final int MASK = (1 << BITS) - 1;
    private static final int DEEPEST = 30;

    /** What is to be set, by whom, and what turned out to lie there. */
    static final class Change<K, V> {

        private final Table.Keying<K, V> keying;
        private final Object owner;
        private final K key;
        private final V value;
        private @Nullable V replaced;
        private boolean isNew;

        Change(Table.Keying<K, V> keying, Object owner, K key, V value) {
            this.keying = keying;
            this.owner = owner;
            this.key = key;
            this.value = value;
        }

        boolean isNew() {
            return isNew;
        }

        /** What lay in its place; null when it is new. */
        @Nullable
        V replaced() {
            return replaced;
        }
    }

    private long things;
    private long children;
    private Object[] cells;
    private final Object owner;

    private TableNode(long things, long children, Object[] cells, Object owner) {
        this.things = things;
        this.children = children;
        this.cells = cells;
        this.owner = owner;
    }

    static <V> TableNode<V> of(int hash, V value, Object owner) {
        return new TableNode<>(bit(hash, 0), 0, new Object[] {value}, owner);
    }

    private static long bit(int hash, int shift) {
        return 1L << ((hash >>> shift) & MASK);
    }

    private static int below(long map, long bit) {
        return Long.bitCount(map & (bit - 1));
    }

    private int childPlace(long bit) {
        return cells.length - 1 - below(children, bit);
    }

    @SuppressWarnings("unchecked")
    private V thing(int place) {
        return (V) cells[place];
    }

    @SuppressWarnings("unchecked")
    private TableNode<V> child(int place) {
        return (TableNode<V>) cells[place];
    }

    boolean isEmpty() {
        return cells.length == 0;
    }

    private boolean isList() {
        return things == 0 && children == 0;
    }

    <K> @Nullable V get(Table.Keying<K, V> keying, int hash, K key) {
        var node = this;
        for (int shift = 0; shift < DEEPEST; shift += BITS) {
            long bit = bit(hash, shift);
            if ((node.things & bit) != 0) {
                V found = node.thing(below(node.things, bit));
                return keying.isOf(found, key) ? found : null;
            }
            if ((node.children & bit) == 0) {
                return null;
            }
            node = node.child(node.childPlace(bit));
        }
        int place = node.inList(keying, key);
        return place < 0 ? null : node.thing(place);
    }

    private <K> int inList(Table.Keying<K, V> keying, K key) {
        for (int i = 0; i < cells.length; i++) {
            if (keying.isOf(thing(i), key)) {
                return i;
            }
        }
        return -1;
    }

    void forEach(Consumer<? super V> consumer) {
        int count = isList() ? cells.length : Long.bitCount(things);
        for (int i = 0; i < count; i++) {
            consumer.accept(thing(i));
        }
        for (int i = cells.length - 1; i >= count; i--) {
            child(i).forEach(consumer);
        }
    }

    /** This node with a thing set. */
    <K> TableNode<V> with(Change<K, V> change, int hash, int shift) {
        if (shift >= DEEPEST) {
            return withInList(change);
        }
        long bit = bit(hash, shift);
        if ((children & bit) != 0) {
            int place = childPlace(bit);
            var child = child(place);
            var changed = child.with(change, hash, shift + BITS);
            return changed == child ? this : set(change.owner, place, changed);
        }
        if ((things & bit) == 0) {
            change.isNew = true;
            return insert(change.owner, things | bit, children, below(things, bit), change.value);
        }
        int place = below(things, bit);
        V there = thing(place);
        if (change.keying.isOf(there, change.key)) {
            change.replaced = there;
            return there == change.value ? this : set(change.owner, place, change.value);
        }
        change.isNew = true;
        var child = pair(change, there, Table.spreadOf(change.keying, there), hash, shift + BITS);
        return thingToChild(change.owner, bit, child);
    }

    private <K> TableNode<V> withInList(Change<K, V> change) {
        int place = inList(change.keying, change.key);
        if (place >= 0) {
            change.replaced = thing(place);
            return set(change.owner, place, change.value);
        }
        change.isNew = true;
        return insert(change.owner, 0, 0, cells.length, change.value);
    }

    /** The smallest tree of two things whose hashes agree so far. */
    private static <K, V> TableNode<V> pair(Change<K, V> change, V there, int thereHash, int hash, int shift) {
        if (shift >= DEEPEST) {
            return new TableNode<>(0, 0, new Object[] {there, change.value}, change.owner);
        }
        long bit = bit(hash, shift);
        long thereBit = bit(thereHash, shift);
        if (bit == thereBit) {
            var child = pair(change, there, thereHash, hash, shift + BITS);
            return new TableNode<>(0, bit, new Object[] {child}, change.owner);
        }
        boolean first = Long.compareUnsigned(bit, thereBit) < 0;
        var cells = first ? new Object[] {change.value, there} : new Object[] {there, change.value};
        return new TableNode<>(bit | thereBit, 0, cells, change.owner);
    }

    private TableNode<V> set(Object by, int place, Object cell) {
        if (owner == by) {
            cells[place] = cell;
            return this;
        }
        var copy = cells.clone();
        copy[place] = cell;
        return new TableNode<>(things, children, copy, by);
    }

    private TableNode<V> insert(Object by, long newThings, long newChildren, int place, Object cell) {
        var grown = new Object[cells.length + 1];
        System.arraycopy(cells, 0, grown, 0, place);
        grown[place] = cell;
        System.arraycopy(cells, place, grown, place + 1, cells.length - place);
        return replaced(by, newThings, newChildren, grown);
    }

    private TableNode<V> delete(Object by, long newThings, long newChildren, int place) {
        var shrunk = new Object[cells.length - 1];
        System.arraycopy(cells, 0, shrunk, 0, place);
        System.arraycopy(cells, place + 1, shrunk, place, shrunk.length - place);
        return replaced(by, newThings, newChildren, shrunk);
    }

    private TableNode<V> replaced(Object by, long newThings, long newChildren, Object[] newCells) {
        if (owner != by) {
            return new TableNode<>(newThings, newChildren, newCells, by);
        }
        things = newThings;
        children = newChildren;
        cells = newCells;
        return this;
    }

    private TableNode<V> thingToChild(Object by, long bit, TableNode<V> child) {
        int from = below(things, bit);
        int to = cells.length - 1 - below(children, bit);
        var moved = cells.clone();
        System.arraycopy(cells, from + 1, moved, from, to - from);
        moved[to] = child;
        return replaced(by, things & ~bit, children | bit, moved);
    }

    private TableNode<V> childToThing(Object by, long bit, V last) {
        int from = childPlace(bit);
        int to = below(things, bit);
        var moved = cells.clone();
        System.arraycopy(cells, to, moved, to + 1, from - to);
        moved[to] = last;
        return replaced(by, things | bit, children & ~bit, moved);
    }

    /** This node without a key that it holds. */
    <K> TableNode<V> without(Table.Keying<K, V> keying, Object by, int hash, int shift, K key) {
        if (shift >= DEEPEST) {
            return delete(by, 0, 0, inList(keying, key));
        }
        long bit = bit(hash, shift);
        if ((things & bit) != 0) {
            return delete(by, things & ~bit, children, below(things, bit));
        }
        int place = childPlace(bit);
        var left = child(place).without(keying, by, hash, shift + BITS, key);
        return left.holdsOneThing() ? childToThing(by, bit, left.thing(0)) : set(by, place, left);
    }

    /** A child with a single thing is never kept: the thing moves up, as if the other had never been there. */
    private boolean holdsOneThing() {
        return cells.length == 1 && children == 0;
    }

    static <K, V> void differences(
            Table.Keying<K, V> keying,
            @Nullable TableNode<V> one,
            @Nullable TableNode<V> other,
            int shift,
            BiConsumer<@Nullable V, @Nullable V> consumer) {
        if (one == other) {
            return;
        }
        if (one == null) {
            Objects.requireNonNull(other).forEach(it -> consumer.accept(null, it));
            return;
        }
        if (other == null) {
            one.forEach(it -> consumer.accept(it, null));
            return;
        }
        if (one.isList() || other.isList()) {
            pairs(keying, one, other, consumer);
            return;
        }
        long all = one.things | one.children | other.things | other.children;
        for (long rest = all; rest != 0; rest &= rest - 1) {
            long bit = rest & -rest;
            differences(keying, one, other, bit, shift, consumer);
        }
    }

    private static <K, V> void differences(
            Table.Keying<K, V> keying,
            TableNode<V> one,
            TableNode<V> other,
            long bit,
            int shift,
            BiConsumer<@Nullable V, @Nullable V> consumer) {
        if ((one.children & other.children & bit) != 0) {
            var child = one.child(one.childPlace(bit));
            differences(keying, child, other.child(other.childPlace(bit)), shift + BITS, consumer);
        } else if ((one.things & other.things & bit) == 0
                || one.thing(below(one.things, bit)) != other.thing(below(other.things, bit))) {
            pairs(keying, one.at(bit), other.at(bit), consumer);
        }
    }

    /** What lies at one place, as a tree of its own; null when it is free. */
    private @Nullable TableNode<V> at(long bit) {
        if ((children & bit) != 0) {
            return child(childPlace(bit));
        }
        return (things & bit) == 0
                ? null
                : new TableNode<>(0, 0, new Object[] {thing(below(things, bit))}, new Object());
    }

    /** Two trees of different shape, thing by thing. One of them is small. */
    private static <K, V> void pairs(
            Table.Keying<K, V> keying,
            @Nullable TableNode<V> one,
            @Nullable TableNode<V> other,
            BiConsumer<@Nullable V, @Nullable V> consumer) {
        var left = new HashMap<K, V>();
        if (one != null) {
            one.forEach(it -> left.put(keying.key(it), it));
        }
        if (other != null) {
            other.forEach(it -> {
                var was = left.remove(keying.key(it));
                if (was != it) {
                    consumer.accept(was, it);
                }
            });
        }
        left.values().forEach(it -> consumer.accept(it, null));
    }

    @Override
    public String toString() {
        return Arrays.toString(cells);
    }
}
