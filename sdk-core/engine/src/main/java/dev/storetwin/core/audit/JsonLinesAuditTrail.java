package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.AuditEntry.Noted;
import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Checkpoint;
import dev.storetwin.core.audit.Verification.Torn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A trail of JSON lines: a header, then one line for each entry with its hash and the root of the Merkle tree (RFC 6962) over all entries
 * so far. {@link AuditVerifier} checks it.
 *
 * <p>Lines are written through a buffer: {@link #flush()} makes them durable, {@link #close()} too. After a failed write no further entry
 * is taken, since nobody knows how much of the line is on disk. All methods may be called from any thread.
 */
public final class JsonLinesAuditTrail implements AuditTrail, AutoCloseable {

    private final String place;
    private final LineStore store;
    private MerkleTree tree;
    private Optional<IOException> failure = Optional.empty();
    private boolean closed;

    private JsonLinesAuditTrail(String place, LineStore store, MerkleTree tree) {
        this.place = place;
        this.store = store;
        this.tree = tree;
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
        return locked(file, store -> store.isEmpty() ? started(file.toString(), store) : continued(file, store));
    }

    /**
     * Opens a trail whose last line may have been torn when the process or the machine stopped: what is left of that line is cut off,
     * and an entry says so.
     *
     * @param at the moment of the repair
     * @throws UncheckedIOException     when the file cannot be used, or is in use
     * @throws IllegalArgumentException when anything else is wrong with it
     */
    public static JsonLinesAuditTrail recover(Path file, Instant at) {
        return locked(file, store -> store.isEmpty() ? started(file.toString(), store) : mended(file, store, at));
    }

    /** A trail whose header is written and flushed. */
    static JsonLinesAuditTrail started(String place, LineStore store) throws IOException {
        store.add((TrailLine.HEADER + "\n").getBytes(UTF_8));
        store.flush();
        return new JsonLinesAuditTrail(place, store, new MerkleTree());
    }

    private static JsonLinesAuditTrail continued(Path file, FileLines store) throws IOException {
        var walk = new TrailWalk(() -> Files.newInputStream(file), Optional.empty());
        var verification = walk.verify();
        if (!verification.isSound()) {
            throw new IllegalArgumentException("""
                    %s cannot be continued as an audit trail: %s.
                    Maybe it is another file; if the process was killed while it wrote the last line, recover() cuts that line off.""".formatted(file, verification.message()));
        }
        return new JsonLinesAuditTrail(file.toString(), store, walk.tree());
    }

    private static JsonLinesAuditTrail mended(Path file, FileLines store, Instant at) throws IOException {
        var walk = new TrailWalk(() -> Files.newInputStream(file), Optional.empty());
        if (!(walk.verify() instanceof Torn)) {
            return continued(file, store);
        }
        long torn = store.cut(walk.soundBytes());
        var trail = new JsonLinesAuditTrail(file.toString(), store, walk.tree());
        trail.append(new Noted(at, "torn line cut", "%d bytes of an unfinished line".formatted(torn)));
        return trail;
    }

    private static JsonLinesAuditTrail locked(Path file, Opening opening) {
        try {
            var store = FileLines.open(file);
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
     * @throws UncheckedIOException     when the line cannot be written; the entry does not count then, nor does any later one
     * @throws IllegalArgumentException when the entry is too long to be a line
     */
    @Override
    public synchronized long append(AuditEntry entry) {
        refuseWhenUnusable();
        long seq = tree.size();
        var bytes = EntryJson.write(seq, entry);
        refuseWhenTooLong(bytes);
        var longer = tree.copy();
        var leaf = longer.leaf(bytes);
        longer.append(leaf);
        write(TrailLine.of(leaf, longer.root(), bytes));
        tree = longer;
        return seq;
    }

    @Override
    public synchronized Checkpoint checkpoint() {
        return tree.checkpoint();
    }

    /** {@inheritDoc} What is appended later is not among them. Close the stream when the trail is in a file. */
    @Override
    public synchronized Stream<String> lines() {
        try {
            return store.lines(tree.size() + 1);
        } catch (IOException unreadable) {
            throw failed("read", unreadable);
        }
    }

    /** Makes all entries up to now outlast the process and the machine. */
    public synchronized void flush() {
        refuseWhenUnusable();
        try {
            store.flush();
        } catch (IOException unwritable) {
            failure = Optional.of(unwritable);
            throw failed("written", unwritable);
        }
    }

    /** Flushes and lets others use the file. What was written can still be read. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            store.close();
        } catch (IOException unwritable) {
            throw failed("closed", unwritable);
        }
    }

    private void write(TrailLine line) {
        try {
            store.add(line.bytes());
        } catch (IOException unwritable) {
            failure = Optional.of(unwritable);
            throw failed("written", unwritable);
        }
    }

    private void refuseWhenUnusable() {
        if (closed) {
            throw new IllegalStateException(
                    "The audit trail %s is closed.\nMaybe the twin was closed before its last answer."
                            .formatted(place));
        }
        failure.ifPresent(before -> {
            throw failed("written since an earlier failure", before);
        });
    }

    private static void refuseWhenTooLong(byte[] entry) {
        if (entry.length > TrailLine.LONGEST_ENTRY) {
            throw new IllegalArgumentException(
                    "An audit entry has at most %,d bytes, this one has %,d.\nMaybe a planner gives thousands of alternatives."
                            .formatted(TrailLine.LONGEST_ENTRY, entry.length));
        }
    }

    private UncheckedIOException failed(String what, IOException cause) {
        return new UncheckedIOException(
                "The audit trail %s cannot be %s: %s.\nMaybe the disk is full."
                        .formatted(place, what, cause.getMessage()),
                cause);
    }

    /** Makes a trail of an open file. */
    private interface Opening {
        JsonLinesAuditTrail open(FileLines store) throws IOException;
    }
}
