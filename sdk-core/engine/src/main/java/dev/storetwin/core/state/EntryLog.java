package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Small entries in their order, in blocks of bytes. Immutable; blocks before the first change are shared. The same entries always give the same
 * bytes, in whatever order they came.
 */
final class EntryLog {

    /** Entries after which a block ends as soon as it may. */
    static final int BLOCK = 64;

    private static final int LONGEST_BLOCK = 4 * BLOCK;

    static final EntryLog EMPTY = new EntryLog(new byte[0][]);

    /** How the entries of a block are written, one or a few at a time. Those before them in the block are known. */
    interface Form<E> {

        /** Writes the entry at a place, and what is told with it; answers with the place of the next one that is to be written. */
        int write(List<E> block, int place, ByteWriter out);

        /** Reads what was written at once, and adds it to what was read of the block before. */
        void read(List<E> block, ByteReader in);

        /** Whether a block may end between two entries that follow each other. */
        default boolean mayEndBetween(E last, E next) {
            return true;
        }
    }

    /** Each entry is written by itself. The one before it in its block is known; the first of a block has none. */
    interface Single<E> extends Form<E> {

        void write(E entry, @Nullable E previous, ByteWriter out);

        E read(@Nullable E previous, ByteReader in);

        @Override
        default int write(List<E> block, int place, ByteWriter out) {
            write(block.get(place), place == 0 ? null : block.get(place - 1), out);
            return place + 1;
        }

        @Override
        default void read(List<E> block, ByteReader in) {
            block.add(read(block.isEmpty() ? null : block.get(block.size() - 1), in));
        }
    }

    private final byte[][] blocks;

    private EntryLog(byte[][] blocks) {
        this.blocks = blocks;
    }

    boolean isEmpty() {
        return blocks.length == 0;
    }

    void writeTo(ByteWriter out) {
        out.writeVarint(blocks.length);
        for (var block : blocks) {
            out.writeBytes(block);
        }
    }

    int bytes() {
        return Arrays.stream(blocks).mapToInt(it -> it.length).sum();
    }

    int blocks() {
        return blocks.length;
    }

    <E> List<E> all(Form<E> form) {
        var entries = new ArrayList<E>();
        for (int i = 0; i < blocks.length; i++) {
            entries.addAll(block(i, form));
        }
        return entries;
    }

    <E> List<E> block(int index, Form<E> form) {
        var entries = new ArrayList<E>(BLOCK);
        var in = new ByteReader(blocks[index]);
        while (in.remaining() > 0) {
            form.read(entries, in);
        }
        return entries;
    }

    <E> E first(int index, Form<E> form) {
        var entries = new ArrayList<E>(3);
        form.read(entries, new ByteReader(blocks[index]));
        return entries.get(0);
    }

    /** The last block whose first entry is not after an entry; the first block when there is none. */
    <E extends Comparable<E>> int blockOf(E entry, Form<E> form) {
        int low = 0;
        int high = blocks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (first(middle, form).compareTo(entry) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The log without what is dated after a moment. Full blocks are shared. */
    <E> EntryLog upTo(long moment, ToLongFunction<E> date, Form<E> form) {
        int block = lastBlock(moment, date, form);
        if (block < 0) {
            return EMPTY;
        }
        var entries = block(block, form);
        int kept = entries.size();
        while (date.applyAsLong(entries.get(kept - 1)) > moment) {
            kept--;
        }
        if (kept == entries.size() && block == blocks.length - 1) {
            return this;
        }
        var next = Arrays.copyOf(blocks, block + 1);
        next[block] = kept == entries.size() ? next[block] : bytes(entries.subList(0, kept), form, new ByteWriter());
        return new EntryLog(next);
    }

    /** The last block that begins at or before a moment; -1 when there is none. */
    private <E> int lastBlock(long moment, ToLongFunction<E> date, Form<E> form) {
        int low = -1;
        int high = blocks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >> 1;
            if (date.applyAsLong(first(middle, form)) <= moment) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The log of entries in their order. */
    static <E> EntryLog of(List<E> entries, Form<E> form, ByteWriter out) {
        return entries.isEmpty()
                ? EMPTY
                : new EntryLog(blocks(entries, form, out).toArray(byte[][]::new));
    }

    private static <E> List<byte[]> blocks(List<E> entries, Form<E> form, ByteWriter out) {
        var blocks = new ArrayList<byte[]>();
        int from = 0;
        while (from < entries.size()) {
            int until = end(entries, from, form);
            blocks.add(bytes(entries.subList(from, until), form, out));
            from = until;
        }
        return blocks;
    }

    private static <E> int end(List<E> entries, int from, Form<E> form) {
        int most = Math.min(entries.size(), from + LONGEST_BLOCK);
        int end = Math.min(entries.size(), from + BLOCK);
        while (end < most && !form.mayEndBetween(entries.get(end - 1), entries.get(end))) {
            end++;
        }
        return end;
    }

    private static <E> byte[] bytes(List<E> block, Form<E> form, ByteWriter out) {
        out.reset();
        int place = 0;
        while (place < block.size()) {
            place = form.write(block, place, out);
        }
        return out.toByteArray();
    }

    /** Collects changes of one log. */
    static final class Editor<E extends Comparable<E>> {

        private final EntryLog before;
        private final Form<E> form;
        private final List<E> come = new ArrayList<>(2);
        private final List<E> gone = new ArrayList<>(0);

        Editor(EntryLog before, Form<E> form) {
            this.before = before;
            this.form = form;
        }

        void add(E entry, int sign) {
            (sign > 0 ? come : gone).add(entry);
        }

        /** The first block that the changes touch. */
        int firstTouched() {
            var first = Collections.min(come.isEmpty() ? gone : come);
            if (!come.isEmpty() && !gone.isEmpty()) {
                var other = Collections.min(gone);
                first = other.compareTo(first) < 0 ? other : first;
            }
            return before.isEmpty() ? 0 : before.blockOf(first, form);
        }

        EntryLog done(ByteWriter out) {
            cancelOut();
            if (come.isEmpty() && gone.isEmpty()) {
                return before;
            }
            int kept = firstTouched();
            var entries = new ArrayList<E>();
            for (int i = kept; i < before.blocks.length; i++) {
                entries.addAll(before.block(i, form));
            }
            come.forEach(it -> insert(entries, it));
            gone.forEach(it -> remove(entries, it));
            return written(kept, entries, out);
        }

        /** What a document takes back and adds again in one batch never was in the log. */
        private void cancelOut() {
            gone.removeIf(come::remove);
        }

        private static <E extends Comparable<E>> void insert(List<E> entries, E entry) {
            int last = entries.size();
            if (last == 0 || entries.get(last - 1).compareTo(entry) <= 0) {
                entries.add(entry);
            } else {
                int place = Collections.binarySearch(entries, entry);
                entries.add(place < 0 ? -place - 1 : place, entry);
            }
        }

        private static <E extends Comparable<E>> void remove(List<E> entries, E entry) {
            int place = Collections.binarySearch(entries, entry);
            if (place < 0) {
                throw new IllegalStateException("An entry is taken back that was never made: " + entry);
            }
            entries.remove(place);
        }

        private EntryLog written(int kept, List<E> entries, ByteWriter out) {
            var changed = blocks(entries, form, out);
            var next = Arrays.copyOf(before.blocks, kept + changed.size());
            for (int i = kept; i < next.length; i++) {
                next[i] = changed.get(i - kept);
            }
            return next.length == 0 ? EMPTY : new EntryLog(next);
        }
    }
}
