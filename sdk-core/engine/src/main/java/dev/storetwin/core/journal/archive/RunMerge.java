package dev.storetwin.core.journal.archive;

import dev.storetwin.core.binary.Fingerprint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Reads several runs as one, in rising order. Of records about one thing the one of the newest run comes, and no other. */
public final class RunMerge implements Iterator<Filed> {

    private static final Comparator<Cursor> IN_ORDER =
            Comparator.<Cursor, Fingerprint>comparing(it -> it.current.key()).thenComparingInt(it -> it.age);

    private final PriorityQueue<Cursor> cursors = new PriorityQueue<>(IN_ORDER);
    private final BiPredicate<byte[], byte[]> sameThing;
    private final List<Filed> given = new ArrayList<>();
    private @Nullable Filed next;

    /**
     * @param newestFirst the records of the runs
     * @param sameThing   whether two records that share a fingerprint are about one thing
     */
    public RunMerge(List<Iterator<Filed>> newestFirst, BiPredicate<byte[], byte[]> sameThing) {
        this.sameThing = sameThing;
        for (int i = 0; i < newestFirst.size(); i++) {
            if (newestFirst.get(i).hasNext()) {
                cursors.add(new Cursor(i, newestFirst.get(i)));
            }
        }
        next = advance();
    }

    /** A run that is read, with its place: 0 is the newest. */
    private static final class Cursor {

        private final int age;
        private final Iterator<Filed> records;
        private Filed current;

        Cursor(int age, Iterator<Filed> records) {
            this.age = age;
            this.records = records;
            this.current = records.next();
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Filed next() {
        var filed = next;
        if (filed == null) {
            throw new NoSuchElementException("The runs end here.");
        }
        next = advance();
        return filed;
    }

    private @Nullable Filed advance() {
        while (!cursors.isEmpty()) {
            var filed = taken();
            if (!given.isEmpty() && !given.get(0).key().equals(filed.key())) {
                given.clear();
            }
            if (given.stream().noneMatch(it -> sameThing.test(it.value(), filed.value()))) {
                given.add(filed);
                return filed;
            }
        }
        return null;
    }

    private Filed taken() {
        var cursor = cursors.remove();
        var filed = cursor.current;
        if (cursor.records.hasNext()) {
            cursor.current = cursor.records.next();
            cursors.add(cursor);
        }
        return filed;
    }
}
