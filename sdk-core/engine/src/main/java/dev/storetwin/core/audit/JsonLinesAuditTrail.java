package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.AuditEntry.Noted;
import dev.storetwin.audit.AuditQuery;
import dev.storetwin.audit.AuditRecord;
import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Checkpoint;
import dev.storetwin.audit.ConsistencyProof;
import dev.storetwin.audit.InclusionProof;
import dev.storetwin.core.audit.Verification.Foreign;
import dev.storetwin.core.journal.Disk;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A trail of JSON lines: a header, then one line for each entry with its hash and the root of the Merkle tree (RFC 6962) over all entries
 * so far. {@link AuditVerifier} checks it.
 *
 * <p>A line that was appended outlasts the process; {@link #flush()} makes all of them outlast the machine, {@link #close()} too. An entry
 * that cannot be written does not count, and whoever appends it hears so; before the next one that can, a note tells how many are missing
 * and from when to when. All methods may be called from any thread.
 */
public final class JsonLinesAuditTrail implements AuditTrail, AutoCloseable {

    private final String place;
    private final TrailEnd end;
    private volatile boolean closed;

    private JsonLinesAuditTrail(String place, LineStore store, MerkleTree tree) {
        this.place = place;
        this.end = new TrailEnd(store, tree);
    }

    /** A trail that is gone with the process. */
    public static JsonLinesAuditTrail inMemory() {
        try {
            return started("in memory", new MemoryLines());
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory cannot fail to be written.", impossible);
        }
    }

    /**
     * A trail in a file. A file that exists is checked as a whole and continued.
     *
     * @throws UncheckedIOException     when the file cannot be used, or is in use
     * @throws IllegalArgumentException when it is no audit trail, or one that was tampered with or torn
     */
    public static JsonLinesAuditTrail open(Path file) {
        return opened(
                () -> FileLines.open(file),
                file,
                store -> store.isEmpty() ? started(file.toString(), store) : continued(file, store));
    }

    /**
     * Opens a trail whose last lines may have been torn when the process or the machine stopped: what is left from the first torn one on
     * is cut off, and an entry says so. Torn is a line that ends with the file, or holds zeros where bytes were not written.
     *
     * @param at the moment of the repair
     * @throws UncheckedIOException     when the file cannot be used, or is in use
     * @throws IllegalArgumentException when anything else is wrong with it
     */
    public static JsonLinesAuditTrail recover(Path file, Instant at) {
        return opened(() -> FileLines.open(file), file, store -> mendedOrNew(file, store, at));
    }

    /** Opens a trail as {@link #recover(Path, Instant)} does, in a directory that nobody else writes to. */
    public static JsonLinesAuditTrail recover(Disk disk, Path file, Instant at) {
        return opened(() -> FileLines.open(disk, file), file, store -> mendedOrNew(file, store, at));
    }

    private static JsonLinesAuditTrail mendedOrNew(Path file, FileLines store, Instant at) throws IOException {
        return store.isEmpty() ? started(file.toString(), store) : mended(file, store, at);
    }

    /** A trail whose header is written and flushed. */
    static JsonLinesAuditTrail started(String place, LineStore store) throws IOException {
        store.add((TrailLine.HEADER + "\n").getBytes(UTF_8));
        store.flush();
        return new JsonLinesAuditTrail(place, store, new MerkleTree());
    }

    private static JsonLinesAuditTrail continued(Path file, FileLines store) throws IOException {
        var walk = walk(store);
        return continued(file, store, walk, walk.verify());
    }

    private static JsonLinesAuditTrail continued(
            Path file, FileLines store, TrailWalk walk, Verification verification) {
        if (!verification.isSound()) {
            throw new IllegalArgumentException("""
                    %s cannot be continued as an audit trail: %s.
                    Maybe it is another file; if the process was killed while it wrote the last line, recover() cuts that line off.""".formatted(file, verification.message()));
        }
        return new JsonLinesAuditTrail(file.toString(), store, walk.tree());
    }

    private static TrailWalk walk(FileLines store) {
        return new TrailWalk(store::in, Optional.empty());
    }

    private static JsonLinesAuditTrail mended(Path file, FileLines store, Instant at) throws IOException {
        var walk = walk(store);
        var verification = walk.verify();
        if (verification.isSound() || !store.isTornAt(walk.soundBytes())) {
            return continued(file, store, walk, verification);
        }
        if (verification instanceof Foreign && !isTornHeader(store)) {
            return continued(file, store, walk, verification);
        }
        long torn = store.cut(walk.soundBytes());
        var trail = verification instanceof Foreign
                ? started(file.toString(), store)
                : new JsonLinesAuditTrail(file.toString(), store, walk.tree());
        trail.append(new Noted(at, "torn line cut", "%d bytes of an unfinished line".formatted(torn)));
        trail.flush();
        return trail;
    }

    /** A trail has its header on disk before its first entry: where it is torn there is nothing else. */
    private static boolean isTornHeader(FileLines store) throws IOException {
        var header = (TrailLine.HEADER + "\n").getBytes(UTF_8);
        try (var in = store.in(0)) {
            var found = in.readNBytes(header.length + 1);
            for (int i = 0; i < found.length; i++) {
                if (i == header.length || (found[i] != 0 && found[i] != header[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    private static JsonLinesAuditTrail opened(Lines lines, Path file, Opening opening) {
        try {
            var store = lines.open();
            try {
                return opening.open(store);
            } catch (IOException | RuntimeException unusable) {
                store.close();
                throw unusable;
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "The audit trail %s cannot be opened: %s.\nMaybe another twin uses it, or its folder does not exist."
                            .formatted(file, unusable.getMessage()),
                    unusable);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException     when the line cannot be written; the entry does not count then, and the trail goes on with the next
     *                                  one that can be written
     * @throws IllegalArgumentException when the entry is too long to be a line
     */
    @Override
    public long append(AuditEntry entry) {
        return appendAll(List.of(entry));
    }

    /**
     * {@inheritDoc} All of them are written, or none.
     *
     * @throws UncheckedIOException     as {@link #append} does
     * @throws IllegalArgumentException when one of them is too long to be a line
     */
    @Override
    public long appendAll(List<? extends AuditEntry> entries) {
        refuseWhenClosed();
        try {
            return end.append(List.copyOf(entries));
        } catch (IOException unwritable) {
            throw failed("written", unwritable);
        }
    }

    @Override
    public Checkpoint checkpoint() {
        return end.checkpoint();
    }

    /** {@inheritDoc} What is appended later is not among them. Close the stream when the trail is in a file. */
    @Override
    public Stream<String> lines() {
        try {
            return end.lines();
        } catch (IOException unreadable) {
            throw failed("read", unreadable);
        }
    }

    /**
     * {@inheritDoc} One force serves all who ask while it is not done, and nobody who appends waits for it.
     *
     * @throws UncheckedIOException when that fails; the next call tries again
     */
    @Override
    public void flush() {
        refuseWhenClosed();
        try {
            end.flush();
        } catch (IOException unwritable) {
            throw failed("written", unwritable);
        }
    }

    /** Flushes and lets others use the file. What was written can still be read. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            end.close();
        } catch (IOException unwritable) {
            throw failed("closed", unwritable);
        }
    }

    /** {@inheritDoc} The first question after opening reads the file once; later ones read what was added since, and what they answer. */
    @Override
    public Stream<AuditRecord> query(AuditQuery query) {
        try {
            return end.index().find(query);
        } catch (IOException unreadable) {
            throw failed("read", unreadable);
        }
    }

    @Override
    public InclusionProof inclusion(long place, long size) {
        try {
            return end.index().proofs(size).inclusion(place);
        } catch (IOException unreadable) {
            throw failed("read", unreadable);
        }
    }

    @Override
    public ConsistencyProof consistency(long from, long to) {
        try {
            return end.index().proofs(to).consistency(from);
        } catch (IOException unreadable) {
            throw failed("read", unreadable);
        }
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new IllegalStateException(
                    "The audit trail %s is closed.\nMaybe the twin was closed before its last answer."
                            .formatted(place));
        }
    }

    private UncheckedIOException failed(String what, IOException cause) {
        var hint = cause instanceof EOFException ? "it was cut or replaced meanwhile" : "the disk is full";
        return new UncheckedIOException(
                "The audit trail %s cannot be %s: %s.\nMaybe %s.".formatted(place, what, cause.getMessage(), hint),
                cause);
    }

    /** Where the lines are. */
    private interface Lines {
        FileLines open() throws IOException;
    }

    /** Makes a trail of an open file. */
    private interface Opening {
        JsonLinesAuditTrail open(FileLines store) throws IOException;
    }
}
