package dev.storetwin.core.journal;

import dev.storetwin.core.journal.JournalCursor.Stretch;
import dev.storetwin.core.journal.SegmentWriter.Mark;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * Two locks, taken in this order: `forcing`, held while the disk is forced and whenever the segment that is written changes; and the
 * journal itself, held while a frame is written and while fields are read. So groups are appended while an earlier one is being forced.
 *
 * Positions: forced <= committed <= written. Under EVERY_GROUP a commit forces, so the first two are one.
 *
 * After a failed force the operating system may have thrown the bytes away and yet say at the next force that all is well. So a segment
 * is given up at its first failure: the next one begins at the position up to which all is forced, and what the old one holds beyond that
 * is never looked at again. What was committed and not forced is written once more into the next one, from memory, which is why that much
 * is held there, and why it is forced when it becomes much. The next one appears under its name only when it is forced: a process that is
 * killed before leaves the old one, which was cut to what was committed and no further.
 */
/**
 * An append-only file of records, in segments. A record's position is its number, from 0 on without gaps.
 *
 * <p>Append groups, then commit once for all of them: what lies below {@link #durablePosition} may be acknowledged, and nothing else.
 * {@link ForcePolicy} says what that outlasts. After a {@link DiskFailed} from append, commit or force, all that is not committed is void,
 * and the journal takes nothing until {@link #rewind} was called.
 *
 * <p>One thread appends; another may commit meanwhile; any may read.
 */
public final class Journal implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private static final long MOST_OWED = 16L << 20;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Object forcing = new Object();
    private final Disk disk;
    private final Path directory;
    private final JournalSettings settings;
    private final Alarm alarm;
    private final Optional<ClosedAt> closedAt;
    private final List<SegmentFile> segments;
    private final OwedGroups owed = new OwedGroups();
    private long lastNumber;
    private long written;
    private long committed;
    private @Nullable SegmentWriter current;
    private @Nullable DiskFailed failure;
    private boolean isAwaited;
    private boolean closed;

    private Journal(
            Disk disk,
            Path directory,
            JournalSettings settings,
            Alarm alarm,
            Optional<ClosedAt> closedAt,
            JournalTail.Found found) {
        this.disk = disk;
        this.directory = directory;
        this.settings = settings;
        this.alarm = alarm;
        this.closedAt = closedAt;
        this.segments = new ArrayList<>(found.segments());
        this.lastNumber = found.lastNumber();
        this.written = found.end();
        this.committed = found.end();
    }

    /**
     * Opens the journal of a directory, which is made when missing. What a crash tore and nobody was told to be kept is cut off.
     *
     * @throws JournalRefused when a file is foreign, newer, or damaged where acknowledged records lay; nothing was changed then
     */
    public static Journal open(Disk disk, Path directory, JournalSettings settings) throws IOException {
        return open(disk, directory, settings, Alarm.onThread(), Optional.empty());
    }

    /**
     * Opens the journal of a directory, as {@link #open(Disk, Path, JournalSettings)} does.
     *
     * @param alarm    tells when something has to be forced for its age; closed with the journal
     * @param closedAt a journal that ends before this is refused; noted anew when this one is closed
     */
    public static Journal open(Disk disk, Path directory, JournalSettings settings, Alarm alarm, ClosedAt closedAt)
            throws IOException {
        return open(disk, directory, settings, alarm, Optional.of(closedAt));
    }

    private static Journal open(
            Disk disk, Path directory, JournalSettings settings, Alarm alarm, Optional<ClosedAt> closedAt)
            throws IOException {
        if (closedAt.isPresent() && !disk.exists(directory)) {
            closedAt.get().requireReachedBy(0);
        }
        Directories.make(disk, directory);
        var found = JournalTail.repair(disk, directory, closedAt);
        return new Journal(disk, directory, settings, alarm, closedAt, found);
    }

    /** Position of the first record that there still is. */
    public synchronized long firstPosition() {
        return segments.isEmpty() ? committed : segments.get(0).first();
    }

    /** Position that the next record gets. */
    public synchronized long nextPosition() {
        return written;
    }

    /** All records below are committed: kept as the force policy promises, and readable. */
    public synchronized long durablePosition() {
        return committed;
    }

    /** All records below outlast a loss of power. Under a weaker policy than {@link ForcePolicy#EVERY_GROUP} these may be fewer. */
    public synchronized long forcedPosition() {
        return current == null ? committed : current.forced().position();
    }

    /** Whether a write or a force failed, also beside any call, so that {@link #rewind} must be called before the next one. */
    public synchronized boolean hasFailed() {
        return failure != null;
    }

    /**
     * Writes a group of records as one frame: after a crash it is there as a whole or not at all. The bytes must not change afterwards.
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
            if (!settings.forcePolicy().everyGroup()) {
                owed.add(first, records);
            }
            written += records.size();
        }
        return first;
    }

    private SegmentWriter writer() throws IOException {
        if (current == null) {
            requireLastInPlace();
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
        synchronized (this) {
            requireWritable();
            requireInPlace();
            if (current == null || !mustBeForced(current)) {
                return commitUnforced();
            }
        }
        return commitForced();
    }

    private void requireInPlace() throws DiskFailed {
        try {
            requireLastInPlace();
        } catch (IOException gone) {
            throw failWith(gone, "kept");
        }
    }

    /** A file that was deleted still takes what is written and is forced without complaint; the next start does not find it. */
    private void requireLastInPlace() throws IOException {
        Path last = segments.isEmpty()
                ? directory
                : segments.get(segments.size() - 1).path();
        if (!disk.exists(last)) {
            throw DiskFailed.gone(last);
        }
    }

    private boolean mustBeForced(SegmentWriter segment) {
        return settings.forcePolicy().everyGroup() || isFull(segment) || segment.owed() >= MOST_OWED;
    }

    private boolean isFull(SegmentWriter segment) {
        return segment.written().offset() >= settings.segmentBytes();
    }

    private long commitUnforced() {
        if (current != null && committed < written) {
            current.committedUpTo(current.written());
            forceAfter(settings.forcePolicy().atMostLost());
        }
        committed = written;
        return committed;
    }

    private long commitForced() throws DiskFailed {
        synchronized (forcing) {
            SegmentWriter segment;
            Mark mark;
            synchronized (this) {
                requireWritable();
                if (current == null) {
                    return committed;
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

    private long forceAndRoll(SegmentWriter segment, Mark mark) throws DiskFailed {
        long position = force(segment, mark);
        current = null;
        closeQuietly(segment);
        return position;
    }

    /** Returns the committed position, which is this mark's at least. */
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
            owed.forcedUpTo(mark.position());
            committed = Math.max(committed, mark.position());
            return committed;
        }
    }

    /**
     * Forces what was committed to disk, whatever the policy says.
     *
     * @return the position up to which all outlasts a loss of power
     */
    public long force() throws DiskFailed {
        synchronized (forcing) {
            SegmentWriter segment;
            Mark mark;
            synchronized (this) {
                requireWritable();
                if (current == null) {
                    return committed;
                }
                segment = current;
                mark = segment.committed();
            }
            force(segment, mark);
            return mark.position();
        }
    }

    /** Sees to it that what is committed is forced in time. One alarm is enough: it serves all that comes until it rings. */
    private synchronized void forceAfter(Duration time) {
        if (settings.forcePolicy().inTime() && !isAwaited && !closed) {
            isAwaited = true;
            alarm.after(time, this::forceInTime);
        }
    }

    private void forceInTime() {
        synchronized (forcing) {
            synchronized (this) {
                isAwaited = false;
                if (closed) {
                    return;
                }
            }
            try {
                forceOwed();
            } catch (DiskFailed later) {
                LOG.warn("What {} owes to the disk is not forced yet; it is tried again", directory, later);
                var time = settings.forcePolicy().atMostLost();
                forceAfter(time.compareTo(RETRY) > 0 ? time : RETRY);
            }
        }
    }

    /** After a failure the segment is of no use any more; whoever appends hears of the failure all the same. */
    private void forceOwed() throws DiskFailed {
        synchronized (this) {
            if (failure != null) {
                giveUpCurrent();
                return;
            }
        }
        force();
    }

    /**
     * Forgets all that is not committed, and lets the journal take records again after a failure. What was committed and not forced is
     * written once more and forced.
     *
     * @return the durable position, which is the next to be written
     * @throws DiskFailed when that does not work; all that was committed can still be read, and this may be tried again
     */
    public long rewind() throws DiskFailed {
        synchronized (forcing) {
            synchronized (this) {
                requireOpen();
                giveUpCurrent();
                written = committed;
                failure = null;
                return committed;
            }
        }
    }

    private void giveUpCurrent() throws DiskFailed {
        if (current == null) {
            return;
        }
        cutToCommitted(current);
        owed.cutTo(committed);
        var next = owed.isEmpty() ? null : rewritten(current.forced().position());
        closeQuietly(current);
        current = next;
    }

    private static void cutToCommitted(SegmentWriter segment) {
        try {
            segment.cutToCommitted();
        } catch (IOException kept) {
            LOG.warn(
                    "{} could not be cut back; what was not acknowledged is passed over when it is read",
                    segment.segment().path(),
                    kept);
        }
    }

    private SegmentWriter rewritten(long first) throws DiskFailed {
        try {
            requireLastInPlace();
            SegmentFile segment = new SegmentFile(directory, ++lastNumber, first);
            SegmentWriter next = SegmentWriter.begin(disk, segment, settings.preamble(), owed.all());
            segments.add(segment);
            owed.forcedUpTo(committed);
            return next;
        } catch (IOException failed) {
            throw failWith(failed, "written once more");
        }
    }

    private static void closeQuietly(SegmentWriter segment) {
        try {
            segment.close();
        } catch (IOException late) {
            LOG.warn(
                    "{} could not be closed; all that counts in it lies on disk",
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
        if (from < firstPosition() || from > committed) {
            throw new IllegalArgumentException(
                    "The journal %s holds positions %d to %d, and not %d.\nMaybe compaction removed what is older."
                            .formatted(directory, firstPosition(), committed, from));
        }
        return new JournalCursor(disk, stretches(), from, committed);
    }

    private List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            long end = i + 1 < segments.size() ? segments.get(i + 1).first() : committed;
            stretches.add(new Stretch(segments.get(i), end));
        }
        return stretches;
    }

    /** Removes the segments that hold only positions below this one, the oldest first. The last segment always stays. */
    public void deleteBefore(long position) throws DiskFailed {
        synchronized (forcing) {
            synchronized (this) {
                requireOpen();
                while (segments.size() > 1 && segments.get(1).first() <= Math.min(position, forcedPosition())) {
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

    /** Forces what was appended, says in the file that all of it is durable, and closes it. After a failure what was committed is kept. */
    @Override
    public void close() throws IOException {
        alarm.close();
        synchronized (forcing) {
            synchronized (this) {
                if (closed) {
                    return;
                }
                closed = true;
                if (failure != null) {
                    giveUpLast();
                }
                if (current != null) {
                    finish(current);
                }
                closedAt.ifPresent(it -> it.note(committed));
            }
        }
    }

    private void giveUpLast() throws DiskFailed {
        try {
            giveUpCurrent();
        } catch (DiskFailed stillOwed) {
            closeQuietly(Objects.requireNonNull(current));
            throw stillOwed;
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
