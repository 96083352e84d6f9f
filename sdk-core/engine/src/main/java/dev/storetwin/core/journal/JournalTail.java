package dev.storetwin.core.journal;

import dev.storetwin.core.journal.Disk.OpenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * A segment is begun only when all before it was forced. So a loss of power can have harmed two things and no others: the end of the last
 * segment that has a header, and segments after it whose header was being written. Both hold nothing that was acknowledged, unless a frame
 * further on says that what is broken had been forced, or a later segment says by its name that more had been. Then it is damage, and not
 * ours to cut off. The last group of all has nobody behind it that says so; there it is the manner in which it is broken that tells (Tear).
 * All is looked at before anything is changed.
 */
/** The end of a journal as it is found when opened: looked at, judged, and repaired where a crash tore it. */
final class JournalTail {

    private static final Logger LOG = LoggerFactory.getLogger(JournalTail.class);

    private final Disk disk;
    private final Path directory;
    private final Optional<ClosedAt> closedAt;
    private final List<SegmentFile> segments = new ArrayList<>();
    private final List<SegmentFile> unbegun = new ArrayList<>();

    private JournalTail(Disk disk, Path directory, Optional<ClosedAt> closedAt) {
        this.disk = disk;
        this.directory = directory;
        this.closedAt = closedAt;
    }

    /** What there is, after repair: all of it is forced. */
    static Found repair(Disk disk, Path directory, Optional<ClosedAt> closedAt) throws IOException {
        return new JournalTail(disk, directory, closedAt).repair();
    }

    private Found repair() throws IOException {
        listSegments();
        long lastNumber = segments.isEmpty() ? 0 : last().number();
        long promised = segments.isEmpty() ? 0 : last().first();
        setUnbegunAside();
        long end = segments.isEmpty() ? 0 : repairLast(promised);
        if (end < promised) {
            throw JournalRefused.damaged(
                    directory, 0, "the segments before position %d are missing".formatted(promised));
        }
        if (segments.isEmpty()) {
            requireWhatWasClosed(0);
        }
        dropUnbegun();
        return new Found(List.copyOf(segments), end, lastNumber);
    }

    private void listSegments() throws IOException {
        segments.addAll(SegmentFile.list(disk, directory));
        for (int i = 1; i < segments.size(); i++) {
            requireInOrder(segments.get(i - 1), segments.get(i));
        }
    }

    private static void requireInOrder(SegmentFile one, SegmentFile next) throws JournalRefused {
        if (one.number() == next.number() || one.first() > next.first()) {
            throw JournalRefused.foreign(
                    next.path(), "the segment that follows " + one.path().getFileName());
        }
    }

    private SegmentFile last() {
        return segments.get(segments.size() - 1);
    }

    private void setUnbegunAside() throws IOException {
        while (!segments.isEmpty() && isUnbegun(last())) {
            unbegun.add(segments.remove(segments.size() - 1));
        }
    }

    /** The header is durable before the first frame is written: where there is a frame, a missing header is damage. */
    private boolean isUnbegun(SegmentFile segment) throws IOException {
        try (FrameReader reader = FrameReader.open(disk, segment)) {
            if (reader.header().isPresent()) {
                return false;
            }
            if (reader.anyFurther(frame -> true)) {
                throw JournalRefused.damaged(
                        segment.path(), 0, "its header is broken, and there are records behind it");
            }
            return true;
        }
    }

    private long repairLast(long promised) throws IOException {
        SegmentFile segment = last();
        try (FrameReader reader = FrameReader.open(disk, segment)) {
            Frames whole = wholeFrames(reader, segment.first());
            if (whole.end() < promised || isDurableBeyond(reader, whole)) {
                throw JournalRefused.damaged(
                        segment.path(),
                        whole.endOffset(),
                        "the record at position %d is missing or broken".formatted(whole.end()));
            }
            reader.moveTo(whole.endOffset());
            if (!reader.looksTorn()) {
                throw JournalRefused.damagedEnd(segment.path(), whole.endOffset());
            }
            requireWhatWasClosed(whole.end());
            repair(segment, whole, reader.size());
            return whole.end();
        }
    }

    private void requireWhatWasClosed(long end) throws JournalRefused {
        if (closedAt.isPresent()) {
            closedAt.get().requireReachedBy(end);
        }
    }

    private static Frames wholeFrames(FrameReader reader, long first) throws IOException {
        Deque<Frames> unsure = new ArrayDeque<>();
        unsure.add(new Frames(first, reader.offset(), 0));
        while (true) {
            Frames before = unsure.getLast();
            Optional<Frame> frame = reader.next().filter(it -> it.first() == before.end());
            if (frame.isEmpty()) {
                return new Frames(
                        before.end(), before.endOffset(), unsure.getFirst().unsureOffset());
            }
            unsure.add(new Frames(frame.get().end(), reader.offset(), reader.offset()));
            long durable = frame.get().durable();
            while (unsure.getFirst().end() < durable) {
                unsure.removeFirst();
            }
        }
    }

    private static boolean isDurableBeyond(FrameReader reader, Frames whole) throws IOException {
        reader.moveTo(whole.endOffset());
        return reader.anyFurther(frame -> frame.durable() > whole.end());
    }

    /*
     * What is whole and not known to be forced is written once more, and then forced: when only the process ended, it may not be on the
     * disk yet, and after a force that failed the operating system would think that it is.
     */
    private void repair(SegmentFile segment, Frames whole, long size) throws IOException {
        try (OpenFile file = disk.open(segment.path())) {
            if (whole.endOffset() < size) {
                LOG.warn(
                        "{}: {} bytes from offset {} on were torn by a crash, never acknowledged, and are cut off",
                        segment.path(),
                        size - whole.endOffset(),
                        whole.endOffset());
                file.truncate(whole.endOffset());
            }
            ByteBuffer unsure = ByteBuffer.allocate(1 << 18);
            for (long offset = whole.unsureOffset(); offset < whole.endOffset(); offset += unsure.limit()) {
                file.read(unsure.clear().limit((int) Math.min(unsure.capacity(), whole.endOffset() - offset)), offset);
                file.write(unsure.flip(), offset);
            }
            file.force();
        }
    }

    private void dropUnbegun() throws IOException {
        for (SegmentFile segment : unbegun) {
            LOG.warn("{} was being begun when a crash came; it holds nothing and is removed", segment.path());
            disk.delete(segment.path());
        }
        disk.delete(SegmentFile.unfinished(directory));
        disk.forceDirectory(directory);
    }

    /**
     * The whole frames at the beginning of a segment.
     *
     * @param end          position after their last record
     * @param endOffset    offset behind them
     * @param unsureOffset from here on they may not have been forced
     */
    private record Frames(long end, long endOffset, long unsureOffset) {}

    /**
     * A journal's segments in order.
     *
     * @param segments   those that hold records or may
     * @param end        position after the last record
     * @param lastNumber highest number that a segment ever had here
     */
    record Found(List<SegmentFile> segments, long end, long lastNumber) {}
}
