package dev.storetwin.core.journal;

import dev.storetwin.core.journal.JournalCursor.Stretch;
import dev.storetwin.core.journal.SegmentWriter.Mark;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * Two locks, taken in this order: `forcing`, held while the disk is forced and whenever the segment that is written changes; and the
 * journal itself, held while a frame is written and while fields are read. So groups are appended while an earlier one is being forced.
 *
 * After a failed force the operating system may have thrown the bytes away and yet say at the next force that all is well. So a segment
 * is given up at its first failure: the next one begins at the position up to which all is kept, and what the old one holds beyond that is
 * never looked at again.
 */
/**
 * An append-only file of records, in segments. A record's position is its number, from 0 on without gaps.
 *
 * <p>Append groups, then commit once for all of them: what lies below {@link #durablePosition} may be acknowledged, and nothing else.
 * After a {@link DiskFailed} from append, commit or force, all that is not durable is void, and the journal takes nothing until
 * {@link #rewind} was called.
 *
 * <p>One thread appends; another may commit meanwhile; any may read.
 */
public final class Journal implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Object forcing = new Object();
    private final Disk disk;
    private final Path directory;
    private final JournalSettings settings;
    private final List<SegmentFile> segments;
    private long lastNumber;
    private long written;
    private long durable;
    private @Nullable SegmentWriter current;
    private @Nullable DiskFailed failure;
    private boolean closed;

    private Journal(Disk disk, Path directory, JournalSettings settings, JournalTail.Found found) {
        this.disk = disk;
        this.directory = directory;
        this.settings = settings;
        this.segments = new ArrayList<>(found.segments());
        this.lastNumber = found.lastNumber();
        this.written = found.end();
        this.durable = found.end();
    }

    /**
     * Opens the journal of a directory, which is made when missing. What a crash tore and nobody was told to be kept is cut off.
     *
     * @throws JournalRefused when a file is foreign, newer, or damaged where acknowledged records lay; nothing was changed then
     */
    public static Journal open(Disk disk, Path directory, JournalSettings settings) throws IOException {
        Directories.make(disk, directory);
        return new Journal(disk, directory, settings, JournalTail.repair(disk, directory));
    }

    /** Position of the first record that there still is. */
    public synchronized long firstPosition() {
        return segments.isEmpty() ? durable : segments.get(0).first();
    }

    /** Position that the next record gets. */
    public synchronized long nextPosition() {
        return written;
    }

    /** All records below are kept as the force policy promises, and can be read. */
    public synchronized long durablePosition() {
        return durable;
    }

    /**
     * Writes a group of records as one frame: after a crash it is there as a whole or not at all.
     *
     * @return position of the first of them
     */
    public synchronized long append(List<byte[]> records) throws DiskFailed {
        requireWritable();
        long first = written;
        if (!records.isEmpty()) {
            try {
                writer().append(records);
            } catch (IOException failed) {
                throw failWith(failed, "written");
            }
            written += records.size();
        }
        return first;
    }

    private SegmentWriter writer() throws IOException {
        if (current == null) {
            SegmentFile segment = new SegmentFile(directory, ++lastNumber, written);
            current = SegmentWriter.begin(disk, segment, settings.preamble());
            segments.add(segment);
        }
        return current;
    }

    /**
     * Makes what was appended count, as the force policy says.
     *
     * @return the new durable position
     */
    public long commit() throws DiskFailed {
        if (settings.forcePolicy().everyGroup()) {
            return force();
        }
        synchronized (this) {
            requireWritable();
            durable = written;
            if (current == null || !isFull(current)) {
                return durable;
            }
        }
        return force();
    }

    /**
     * Forces what was appended to disk, whatever the policy says.
     *
     * @return the new durable position
     */
    public long force() throws DiskFailed {
        synchronized (forcing) {
            SegmentWriter segment;
            Mark mark;
            synchronized (this) {
                requireWritable();
                if (current == null) {
                    return durable;
                }
                segment = current;
                mark = segment.written();
                if (isFull(segment)) {
                    return forceAndRoll(segment, mark);
                }
            }
            return force(segment, mark);
        }
    }

    private long force(SegmentWriter segment, Mark mark) throws DiskFailed {
        try {
            if (!mark.equals(segment.forced())) {
                segment.force();
            }
        } catch (IOException failed) {
            throw failWith(failed, "forced to disk");
        }
        synchronized (this) {
            segment.forcedUpTo(mark);
            durable = Math.max(durable, mark.position());
            return durable;
        }
    }

    private long forceAndRoll(SegmentWriter segment, Mark mark) throws DiskFailed {
        long position = force(segment, mark);
        current = null;
        closeQuietly(segment);
        return position;
    }

    private boolean isFull(SegmentWriter segment) {
        return segment.written().offset() >= settings.segmentBytes();
    }

    /**
     * Forgets all that is not durable, and lets the journal take records again after a failure.
     *
     * @return the durable position, which is the next to be written
     */
    public long rewind() throws DiskFailed {
        synchronized (forcing) {
            synchronized (this) {
                requireOpen();
                giveUpCurrent();
                written = durable;
                failure = null;
                return durable;
            }
        }
    }

    private void giveUpCurrent() {
        if (current == null) {
            return;
        }
        try {
            current.cutToForced();
        } catch (IOException kept) {
            LOG.warn(
                    "{} could not be cut back; what was not acknowledged is passed over when it is read",
                    current.segment().path(),
                    kept);
        }
        closeQuietly(current);
        current = null;
    }

    private static void closeQuietly(SegmentWriter segment) {
        try {
            segment.close();
        } catch (IOException late) {
            LOG.warn(
                    "{} could not be closed; all that counts in it was forced before",
                    segment.segment().path(),
                    late);
        }
    }

    /**
     * The durable records from this position on.
     *
     * @throws IllegalArgumentException when there is no such position, no longer or not yet
     */
    public synchronized JournalCursor read(long from) {
        requireOpen();
        if (from < firstPosition() || from > durable) {
            throw new IllegalArgumentException(
                    "The journal %s holds positions %d to %d, and not %d.\nMaybe compaction removed what is older."
                            .formatted(directory, firstPosition(), durable, from));
        }
        return new JournalCursor(disk, stretches(), from, durable);
    }

    private List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            long end = i + 1 < segments.size() ? segments.get(i + 1).first() : durable;
            stretches.add(new Stretch(segments.get(i), end));
        }
        return stretches;
    }

    /** Removes the segments that hold only positions below this one, the oldest first. The last segment always stays. */
    public void deleteBefore(long position) throws DiskFailed {
        synchronized (forcing) {
            synchronized (this) {
                requireOpen();
                while (segments.size() > 1 && segments.get(1).first() <= Math.min(position, durable)) {
                    deleteBefore(segments.get(1));
                    segments.remove(0);
                }
            }
        }
    }

    /** Removes the oldest segments until those that are left hold at most so many bytes. The last segment always stays. */
    public void deleteDownTo(long bytes) throws DiskFailed {
        synchronized (forcing) {
            synchronized (this) {
                requireOpen();
                while (segments.size() > 1 && bytes() > bytes) {
                    deleteBefore(segments.get(1));
                    segments.remove(0);
                }
            }
        }
    }

    private long bytes() throws DiskFailed {
        long bytes = 0;
        for (SegmentFile segment : segments) {
            try (Disk.OpenFile file = disk.openToRead(segment.path())) {
                bytes += file.size();
            } catch (IOException failed) {
                throw DiskFailed.of(segment.path(), "measured", failed);
            }
        }
        return bytes;
    }

    /** One at a time, the oldest first: were the names of two removed together, a crash might bring back the older and leave a gap. */
    private void deleteBefore(SegmentFile kept) throws DiskFailed {
        try {
            for (SegmentFile segment : SegmentFile.list(disk, directory)) {
                if (segment.number() < kept.number()) {
                    disk.delete(segment.path());
                    disk.forceDirectory(directory);
                }
            }
        } catch (IOException failed) {
            throw DiskFailed.of(directory, "cleared of old segments", failed);
        }
    }

    private synchronized DiskFailed failWith(IOException cause, String what) {
        Path path = current == null ? directory : current.segment().path();
        failure = DiskFailed.of(path, what, cause);
        return failure;
    }

    private void requireWritable() throws DiskFailed {
        requireOpen();
        if (failure != null) {
            throw DiskFailed.of(directory, "written before rewind() was called", failure);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The journal %s is closed.".formatted(directory));
        }
    }

    /** Forces what was appended, says in the file that all of it is durable, and closes it. */
    @Override
    public void close() throws IOException {
        synchronized (forcing) {
            synchronized (this) {
                if (closed) {
                    return;
                }
                closed = true;
                if (failure != null) {
                    giveUpCurrent();
                } else if (current != null) {
                    finish(current);
                }
            }
        }
    }

    private void finish(SegmentWriter segment) throws DiskFailed {
        try (segment) {
            force(segment, segment.written());
            segment.append(List.of());
            segment.force();
        } catch (IOException failed) {
            throw failWith(failed, "closed");
        }
    }
}
