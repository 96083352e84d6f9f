package dev.storetwin.core.audit;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.Checkpoint;
import dev.storetwin.core.audit.EntryGroup.Lines;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The end of a trail, which many threads append to.
 *
 * <p>A group of entries goes through three steps. It is sealed: gets its numbers and leaves, one group after the other. Its roots are
 * computed, which is most of the work: as many groups at a time as there are threads. It is written, in the order of the numbers. When a
 * group cannot be written, all that were sealed behind it have numbers that are not theirs any more and are sealed again; an epoch tells
 * the ones from the others.
 *
 * <p>What is guarded by what: tree, epoch and what is missing by {@code sealing}; the store and what is written by {@code writing}.
 * Whoever needs both takes {@code writing} first.
 */
final class TrailEnd implements Closeable {

    /** Entries. Fewer are sealed and written at one stroke: their roots cost less than to wait for one's turn. */
    private static final int WORTH_A_TURN = 16;

    private final Object sealing = new Object();
    private final Object writing = new Object();
    private final LineStore store;
    private final TrailIndex index;
    private MerkleTree tree;
    private Missed missed = Missed.NOTHING;
    private volatile long epoch; // changed under both
    private volatile MerkleTree written;

    TrailEnd(LineStore store, MerkleTree tree) {
        this.store = store;
        this.index = new TrailIndex(store);
        this.tree = tree.copy();
        this.written = tree;
    }

    /**
     * Appends entries in one piece, all or none, and answers the place of the first.
     *
     * @throws IOException when they cannot be written; a note will tell that they are missing
     */
    long append(List<AuditEntry> entries) throws IOException {
        var bodies = entries.stream().map(EntryJson::body).toList();
        if (bodies.size() >= WORTH_A_TURN) {
            return append(entries, bodies);
        }
        synchronized (writing) {
            return append(entries, bodies);
        }
    }

    private long append(List<AuditEntry> entries, List<byte[]> bodies) throws IOException {
        for (; ; ) {
            var sealed = seal(bodies);
            var lines = linesOf(sealed, entries);
            if (write(sealed, lines, entries)) {
                return lines.behind().size() - entries.size();
            }
        }
    }

    /** Writes the note of what is missing, if anything is. */
    void tellWhatIsMissing() throws IOException {
        boolean isNothing;
        synchronized (sealing) {
            isNothing = missed.isNothing();
        }
        if (!isNothing) {
            append(List.of());
        }
    }

    /**
     * Numbers and leaves that hold unless a group before cannot be written.
     *
     * @param told what the group tells is missing
     */
    private record Sealed(long epoch, EntryGroup group, Missed told) {}

    private Sealed seal(List<byte[]> bodies) {
        synchronized (sealing) {
            var told = missed;
            var longer = tree.copy();
            var group = EntryGroup.of(tree, longer, told.isNothing() ? bodies : after(told, bodies));
            tree = longer;
            missed = Missed.NOTHING;
            return new Sealed(epoch, group, told);
        }
    }

    private static List<byte[]> after(Missed told, List<byte[]> bodies) {
        var all = new ArrayList<byte[]>(bodies.size() + 1);
        all.add(EntryJson.body(told.note()));
        all.addAll(bodies);
        return all;
    }

    /** Whatever happens in here, nobody may wait for ever for a group that does not come. */
    private Lines linesOf(Sealed sealed, List<AuditEntry> entries) {
        try {
            return sealed.group().lines();
        } catch (RuntimeException | Error failed) {
            synchronized (writing) {
                awaitTurn(sealed);
                if (sealed.epoch() == epoch) {
                    takeBack(sealed, entries, failed);
                }
            }
            throw failed;
        }
    }

    /** False when the group has to be sealed again. */
    private boolean write(Sealed sealed, Lines lines, List<AuditEntry> entries) throws IOException {
        synchronized (writing) {
            awaitTurn(sealed);
            if (sealed.epoch() != epoch) {
                return false;
            }
            try {
                add(lines);
            } catch (IOException | RuntimeException | Error unwritable) {
                takeBack(sealed, entries, unwritable);
                throw unwritable;
            }
            return true;
        }
    }

    private void add(Lines lines) throws IOException {
        if (lines.bytes().length > 0) {
            store.add(lines.bytes());
        }
        written = lines.behind();
        writing.notifyAll();
    }

    private boolean isNext(Sealed sealed) {
        return sealed.epoch() != epoch || written.size() == sealed.group().first();
    }

    /** Waits for threads that are at work, so not for long; an interrupt must not lose an entry and is kept for later. */
    private void awaitTurn(Sealed sealed) {
        var interrupted = false;
        while (!isNext(sealed)) {
            try {
                writing.wait();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** To be called in turn: what the groups before have told is written, and those behind have told nothing. */
    private void takeBack(Sealed sealed, List<AuditEntry> entries, Throwable why) {
        synchronized (sealing) {
            tree = written.copy();
            missed = sealed.told();
            for (var entry : entries) {
                missed = missed.with(entry, why);
            }
            epoch++;
        }
        writing.notifyAll();
    }

    Checkpoint checkpoint() {
        synchronized (writing) {
            return written.checkpoint();
        }
    }

    /** All lines that are written now, the header among them. */
    Stream<String> lines() throws IOException {
        synchronized (writing) {
            return store.lines(written.size() + 1);
        }
    }

    /** Answers questions about what is written now. */
    TrailIndex index() throws IOException {
        long size;
        synchronized (writing) {
            size = written.size();
        }
        index.catchUp(size);
        return index;
    }

    /** Others go on appending meanwhile. */
    void flush() throws IOException {
        tellWhatIsMissing();
        store.flush();
    }

    /** Once. */
    @Override
    public void close() throws IOException {
        try {
            tellWhatIsMissing();
        } finally {
            closeStore();
        }
    }

    private void closeStore() throws IOException {
        synchronized (writing) {
            store.close();
        }
    }
}
