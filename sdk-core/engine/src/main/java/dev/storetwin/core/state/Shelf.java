package dev.storetwin.core.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A few things by key, in order of their keys: the accounts of one SKU by channel or node. It never changes. Keys lie beside their things in
 * one array, since there are millions of shelves.
 */
final class Shelf<K extends Comparable<K>, A> {

    private static final Shelf<?, ?> EMPTY = new Shelf<>(new Object[0]);

    private final Object[] cells;

    private Shelf(Object[] cells) {
        this.cells = cells;
    }

    @SuppressWarnings("unchecked")
    static <K extends Comparable<K>, A> Shelf<K, A> empty() {
        return (Shelf<K, A>) EMPTY;
    }

    boolean isEmpty() {
        return cells.length == 0;
    }

    @SuppressWarnings("unchecked")
    private K key(int place) {
        return (K) cells[place];
    }

    @SuppressWarnings("unchecked")
    private A thing(int place) {
        return (A) cells[place + 1];
    }

    @Nullable
    A get(K key) {
        for (int i = 0; i < cells.length; i += 2) {
            if (cells[i].equals(key)) {
                return thing(i);
            }
        }
        return null;
    }

    A getOrDefault(K key, A otherwise) {
        var found = get(key);
        return found == null ? otherwise : found;
    }

    List<K> keys() {
        var keys = new ArrayList<K>(cells.length / 2);
        for (int i = 0; i < cells.length; i += 2) {
            keys.add(key(i));
        }
        return keys;
    }

    List<A> things() {
        var things = new ArrayList<A>(cells.length / 2);
        for (int i = 0; i < cells.length; i += 2) {
            things.add(thing(i));
        }
        return things;
    }

    void forEach(BiConsumer<? super K, ? super A> consumer) {
        for (int i = 0; i < cells.length; i += 2) {
            consumer.accept(key(i), thing(i));
        }
    }

    /** With every thing changed, and without those of which nothing is left. */
    Shelf<K, A> map(UnaryOperator<A> change, Predicate<A> isEmpty) {
        var next = this;
        for (int i = 0; i < cells.length; i += 2) {
            var changed = change.apply(thing(i));
            if (isEmpty.test(changed)) {
                next = next.without(key(i));
            } else if (changed != thing(i)) {
                next = next.with(key(i), changed);
            }
        }
        return next;
    }

    Shelf<K, A> with(K key, A thing) {
        int place = 0;
        while (place < cells.length && key(place).compareTo(key) < 0) {
            place += 2;
        }
        if (place < cells.length && cells[place].equals(key)) {
            var next = cells.clone();
            next[place + 1] = thing;
            return new Shelf<>(next);
        }
        var next = Arrays.copyOf(cells, cells.length + 2);
        System.arraycopy(cells, place, next, place + 2, cells.length - place);
        next[place] = key;
        next[place + 1] = thing;
        return new Shelf<>(next);
    }

    Shelf<K, A> without(K key) {
        for (int i = 0; i < cells.length; i += 2) {
            if (cells[i].equals(key)) {
                var next = Arrays.copyOf(cells, cells.length - 2);
                System.arraycopy(cells, i + 2, next, i, next.length - i);
                return next.length == 0 ? empty() : new Shelf<>(next);
            }
        }
        return this;
    }
}
