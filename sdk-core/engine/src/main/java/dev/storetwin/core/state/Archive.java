package dev.storetwin.core.state;

import dev.storetwin.core.journal.archive.Filed;
import dev.storetwin.core.journal.archive.RunMerge;
import dev.storetwin.core.journal.archive.RunRef;
import dev.storetwin.event.Entity;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Documents that left the heap, in runs on disk, the newest first. Of a document that lies in several runs the newest counts. It never changes;
 * the next one shares the runs.
 */
public final class Archive {

    /** Of a state whose documents are all in the heap. */
    public static final Archive EMPTY = new Archive(List.of());

    /** So many parts can be walked through side by side. */
    static final int PARTS = 64;

    private static final int PART_BITS = 6;

    /** So many runs of like size are merged into one. */
    private static final int FAN = 4;

    private final List<ArchivedRun> runs;

    private Archive(List<ArchivedRun> runs) {
        this.runs = List.copyOf(runs);
    }

    /**
     * An archive of runs.
     *
     * @param newestFirst the runs
     */
    public static Archive of(List<ArchivedRun> newestFirst) {
        return new Archive(newestFirst);
    }

    /** Newest first. */
    public List<ArchivedRun> runs() {
        return runs;
    }

    public List<RunRef> refs() {
        return runs.stream().map(ArchivedRun::ref).toList();
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /** With a newer run. */
    public Archive with(ArchivedRun newest) {
        var more = new ArrayList<ArchivedRun>();
        more.add(newest);
        more.addAll(runs);
        return new Archive(more);
    }

    /** With one run in the place of several that follow each other. */
    public Archive with(ArchivedRun merged, List<ArchivedRun> insteadOf) {
        int from = runs.indexOf(insteadOf.get(0));
        int until = from + insteadOf.size();
        if (from < 0 || until > runs.size() || !runs.subList(from, until).equals(insteadOf)) {
            throw new IllegalArgumentException("%s are not all in %s.".formatted(insteadOf, runs));
        }
        var fewer = new ArrayList<>(runs.subList(0, from));
        fewer.add(merged);
        fewer.addAll(runs.subList(until, runs.size()));
        return new Archive(fewer);
    }

    /**
     * The newest runs that should become one, if any. Runs of one size, within a factor, are merged once there are enough of them: so there are
     * few runs, and no document is written anew more often than there are sizes.
     */
    public List<ArchivedRun> mergeable() {
        int until = 0;
        int ofLevel = 0;
        int level = -1;
        int due = 0;
        while (until < runs.size()) {
            int next = level(runs.get(until));
            ofLevel = next > level ? 1 : next == level ? ofLevel + 1 : ofLevel;
            level = Math.max(level, next);
            until++;
            due = ofLevel >= FAN ? until : due;
        }
        return runs.subList(0, due);
    }

    /** Two more bits of the number of records are one level more. */
    private static int level(ArchivedRun run) {
        return (Long.SIZE - Long.numberOfLeadingZeros(run.count())) / 2;
    }

    byte @Nullable [] get(Entity id) {
        if (runs.isEmpty()) {
            return null;
        }
        var key = ArchivedRun.key(id);
        for (var run : runs) {
            var found = run.find(key, id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Each document once, as its newest run has it. */
    public static Iterator<Filed> records(List<ArchivedRun> runs) {
        return merged(runs, ArchivedRun::records);
    }

    /** The documents of one of {@link #PARTS}, each once. */
    void forEachIn(int part, Consumer<byte[]> consumer) {
        long first = (long) part << (Long.SIZE - PART_BITS);
        var records = merged(runs, it -> it.recordsFrom(first));
        while (records.hasNext()) {
            var filed = records.next();
            if (filed.key().high() >>> (Long.SIZE - PART_BITS) != part) {
                return;
            }
            consumer.accept(filed.value());
        }
    }

    /** The documents of runs that another archive has not. */
    Iterator<Filed> unshared(Archive other) {
        return records(
                runs.stream().filter(it -> !other.refs().contains(it.ref())).toList());
    }

    private static Iterator<Filed> merged(List<ArchivedRun> runs, Function<ArchivedRun, Iterator<Filed>> records) {
        return new RunMerge(runs.stream().map(records).toList(), ArchivedRun::isSameDocument);
    }
}
