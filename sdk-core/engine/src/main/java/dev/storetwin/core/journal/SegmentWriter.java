package dev.storetwin.core.journal;

import dev.storetwin.core.journal.Disk.OpenFile;
import dev.storetwin.core.journal.Frame.Place;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * The segment that the journal is being written to, with three marks: written, committed, forced, none before the next. It is given up at
 * the first failure, and never written to again.
 */
final class SegmentWriter implements Closeable {

    private static final int BUFFER = 1 << 18;

    private final OpenFile file;
    private final SegmentFile segment;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private Mark written;
    private Mark committed;
    private Mark forced;

    private SegmentWriter(OpenFile file, SegmentFile segment, Mark begin) {
        this.file = file;
        this.segment = segment;
        this.written = begin;
        this.committed = begin;
        this.forced = begin;
    }

    /** Begins a segment; returns when its header and its name are durable. */
    static SegmentWriter begin(Disk disk, SegmentFile segment, ByteBuffer preamble) throws IOException {
        OpenFile file = disk.create(segment.path());
        try {
            SegmentWriter begun = withHeader(file, segment, preamble);
            file.force();
            disk.forceDirectory(segment.directory());
            return begun;
        } catch (IOException failed) {
            remove(disk, file, segment.path(), failed);
            throw failed;
        }
    }

    /**
     * Begins a segment that holds these groups. It appears under its name at one stroke when all of them are durable: until then the
     * segment before it is the last one.
     */
    static SegmentWriter begin(Disk disk, SegmentFile segment, ByteBuffer preamble, List<List<byte[]>> groups)
            throws IOException {
        Path unfinished = SegmentFile.unfinished(segment.directory());
        disk.delete(unfinished);
        OpenFile file = disk.create(unfinished);
        try {
            SegmentWriter begun = withHeader(file, segment, preamble);
            for (List<byte[]> group : groups) {
                begun.append(group);
            }
            begun.force();
            disk.rename(unfinished, segment.path());
            disk.forceDirectory(segment.directory());
            begun.forcedUpTo(begun.written);
            return begun;
        } catch (IOException failed) {
            remove(disk, file, unfinished, failed);
            throw failed;
        }
    }

    private static SegmentWriter withHeader(OpenFile file, SegmentFile segment, ByteBuffer preamble)
            throws IOException {
        SegmentHeader header = new SegmentHeader(segment, preamble);
        file.write(header.encode(), 0);
        return new SegmentWriter(file, segment, new Mark(segment.first(), header.size()));
    }

    private static void remove(Disk disk, OpenFile file, Path path, IOException why) {
        try {
            file.close();
            disk.delete(path);
        } catch (IOException also) {
            why.addSuppressed(also);
        }
    }

    /** Writes one frame behind what there is. */
    void append(List<byte[]> records) throws IOException {
        int size = frameSize(records);
        if (buffer.capacity() < size) {
            buffer = ByteBuffer.allocate(size);
        }
        buffer.clear();
        Frame.encode(
                buffer, new Place(segment.number(), written.offset()), written.position(), forced.position(), records);
        file.write(buffer.flip(), written.offset());
        written = new Mark(written.position() + records.size(), written.offset() + size);
    }

    private static int frameSize(List<byte[]> records) {
        long payload = Frame.payloadSize(records);
        if (payload > Frame.MAX_PAYLOAD) {
            throw new IllegalArgumentException(
                    "A group of %d records has %d bytes, and at most %d are possible.\nMaybe make smaller groups."
                            .formatted(records.size(), payload, Frame.MAX_PAYLOAD));
        }
        return Frame.HEADER + (int) payload;
    }

    void force() throws IOException {
        file.force();
    }

    /** Takes note that all up to this mark counts. */
    void committedUpTo(Mark mark) {
        committed = mark.offset() > committed.offset() ? mark : committed;
    }

    /** Takes note that all up to this mark was forced. */
    void forcedUpTo(Mark mark) {
        forced = mark;
        committedUpTo(mark);
    }

    /** Removes what was not committed, as far as the disk lets us. */
    void cutToCommitted() throws IOException {
        file.truncate(committed.offset());
    }

    SegmentFile segment() {
        return segment;
    }

    Mark written() {
        return written;
    }

    Mark committed() {
        return committed;
    }

    Mark forced() {
        return forced;
    }

    /** Bytes that are written and not forced. */
    long owed() {
        return written.offset() - forced.offset();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A point in the segment: position of the next record and offset of the next frame. */
    record Mark(long position, long offset) {}
}
