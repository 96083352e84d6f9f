package dev.storetwin.core.journal.archive;

import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.JournalRefused;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One file of records that never changes, sorted by fingerprint. Of each block only where it lies is in the heap, and of each record a few
 * bits that tell what is not there. May be read by many threads.
 *
 * <p>Once it is closed it answers nothing any more: reading is then an {@link IllegalStateException} that says so.
 */
public final class SortedRun implements Closeable {

    private final Path path;
    private final Disk.OpenFile file;
    private final long end;
    private final long count;
    private final byte[] note;
    private final int checksum;
    private final BlockIndex index;
    private final BloomFilter filter;
    private volatile boolean closed;

    private SortedRun(Path path, Disk.OpenFile file, long end, ByteBuffer footer) {
        this.path = path;
        this.file = file;
        this.end = end;
        this.checksum = Block.checksum(footer);
        this.count = footer.getLong();
        this.note = new byte[footer.getInt()];
        footer.get(note).getInt();
        this.index = BlockIndex.read(footer);
        this.filter = BloomFilter.read(footer);
    }

    /**
     * Opens a run that was finished.
     *
     * @throws JournalRefused when a newer release wrote it
     * @throws IOException    when it is not one, or is damaged
     */
    public static SortedRun open(Disk disk, Path path) throws IOException {
        return open(disk.openToRead(path), path);
    }

    static SortedRun open(Disk.OpenFile file, Path path) throws IOException {
        try {
            return opened(path, file);
        } catch (IOException | RuntimeException unusable) {
            file.close();
            throw unusable;
        }
    }

    private static SortedRun opened(Path path, Disk.OpenFile file) throws IOException {
        long size = file.size();
        if (size < RunWriter.HEADER + RunWriter.TRAILER) {
            throw new IOException("%s is no whole run: it has %d bytes.\nMaybe it was cut.".formatted(path, size));
        }
        var header = read(path, file, 0, RunWriter.HEADER);
        if (header.getLong() != RunWriter.MAGIC) {
            throw new IOException("%s is no run of an archive.\nMaybe the path is wrong.".formatted(path));
        }
        int version = header.getInt();
        if (version > RunWriter.VERSION) {
            throw JournalRefused.newer(path, version, RunWriter.VERSION);
        }
        var trailer = read(path, file, size - RunWriter.TRAILER, RunWriter.TRAILER);
        long footerAt = trailer.getLong();
        int footerSize = trailer.getInt();
        int checksum = trailer.getInt();
        if (trailer.getLong() != RunWriter.MAGIC
                || footerSize < 0
                || footerAt + footerSize + RunWriter.TRAILER != size) {
            throw damaged(path, size - RunWriter.TRAILER);
        }
        var footer = read(path, file, footerAt, footerSize);
        if (Block.checksum(footer) != checksum) {
            throw damaged(path, footerAt);
        }
        return new SortedRun(path, file, footerAt, footer);
    }

    private static IOException damaged(Path path, long offset) {
        return new IOException("""
                %s is damaged at offset %d.
                Maybe a copy of the file is intact: put it back from the backup, and check the disk.""".formatted(path, offset));
    }

    private static ByteBuffer read(Path path, Disk.OpenFile file, long offset, int size) throws IOException {
        var bytes = ByteBuffer.allocate(size);
        int read;
        try {
            read = file.read(bytes, offset);
        } catch (IOException failed) {
            throw new IOException(
                    "%s cannot be read at offset %d: %s.\nMaybe the disk is failing; the system's log knows more."
                            .formatted(path, offset, failed.getMessage()),
                    failed);
        }
        if (read < size) {
            throw damaged(path, offset);
        }
        return bytes.flip();
    }

    /** What an image remembers it by. */
    public RunRef ref() {
        return new RunRef(path.getFileName().toString(), checksum);
    }

    /** How many records. */
    public long count() {
        return count;
    }

    /** What the writer said of it. */
    public byte[] note() {
        return note.clone();
    }

    /**
     * The record under a fingerprint. At most one block is read, unless fingerprints share their first half.
     *
     * @param isIt tells apart what shares a fingerprint
     */
    public Optional<byte[]> find(Fingerprint key, Predicate<byte[]> isIt) throws IOException {
        if (!filter.mayHold(key)) {
            return Optional.empty();
        }
        for (int i = index.firstFor(key); index.mayLieIn(i, key); i++) {
            var found = block(i).find(key, isIt);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Block block(int number) throws IOException {
        if (closed) {
            throw new IllegalStateException("""
                    The archive is closed, and with it %s.
                    Maybe the twin was closed while a state of it was still being asked.""".formatted(path));
        }
        long offset = index.offset(number);
        long next = number + 1 < index.blocks() ? index.offset(number + 1) : end;
        var whole = read(path, file, offset, Math.toIntExact(next - offset));
        int length = whole.getInt();
        int expected = whole.getInt();
        var records = whole.slice();
        if (length != records.remaining() || Block.checksum(records) != expected) {
            throw damaged(path, offset);
        }
        return new Block(records);
    }

    /** All records in rising order. Throws {@link UncheckedIOException} when the disk fails. */
    public Iterator<Filed> records() {
        return new Walk(0);
    }

    /** The records in rising order from the first on whose fingerprint begins with these bits or higher ones, as an unsigned number. */
    public Iterator<Filed> recordsFrom(long high) {
        var walk = new Walk(index.firstFor(new Fingerprint(high, 0)));
        walk.skipBelow(high);
        return walk;
    }

    /** Reads one block after the other. */
    private final class Walk implements Iterator<Filed> {

        private int next;
        private Iterator<Filed> current = Collections.emptyIterator();
        private Optional<Filed> ahead = Optional.empty();

        Walk(int first) {
            next = first;
        }

        private void skipBelow(long high) {
            while (hasNext()) {
                var filed = next();
                if (Long.compareUnsigned(filed.key().high(), high) >= 0) {
                    ahead = Optional.of(filed);
                    return;
                }
            }
        }

        @Override
        public boolean hasNext() {
            return ahead.isPresent() || current.hasNext() || next < index.blocks();
        }

        @Override
        public Filed next() {
            if (ahead.isPresent()) {
                var filed = ahead.get();
                ahead = Optional.empty();
                return filed;
            }
            if (!hasNext()) {
                throw new NoSuchElementException("The run ends here.");
            }
            if (!current.hasNext()) {
                current = nextBlock();
            }
            return current.next();
        }

        private Block nextBlock() {
            try {
                return block(next++);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed.getMessage(), failed);
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        file.close();
    }

    @Override
    public String toString() {
        return path.getFileName() + " with " + count + " records";
    }
}
