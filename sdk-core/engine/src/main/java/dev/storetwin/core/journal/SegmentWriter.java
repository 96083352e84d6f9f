package dev.storetwin.core.journal;

import dev.storetwin.core.journal.Disk.OpenFile;
import dev.storetwin.core.journal.Frame.Place;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The segment that the journal is being written to. It is given up at the first failure, and never written to again. */
final class SegmentWriter implements Closeable {

    private static final int BUFFER = 1 << 18;

    private final OpenFile file;
    private final SegmentFile segment;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private Mark written;
    private Mark forced;

    private SegmentWriter(OpenFile file, SegmentFile segment, long offset) {
        this.file = file;
        this.segment = segment;
        this.written = new Mark(segment.first(), offset);
        this.forced = written;
    }

    /** Begins a segment; returns when its header and its name are durable. */
    static SegmentWriter begin(Disk disk, SegmentFile segment, ByteBuffer preamble) throws IOException {
        OpenFile file = disk.create(segment.path());
        try {
            SegmentHeader header = new SegmentHeader(segment, preamble);
            file.write(header.encode(), 0);
            file.force();
            disk.forceDirectory(segment.directory());
            return new SegmentWriter(file, segment, header.size());
        } catch (IOException failed) {
            remove(disk, file, segment, failed);
            throw failed;
        }
    }

    private static void remove(Disk disk, OpenFile file, SegmentFile segment, IOException why) {
        try {
            file.close();
            disk.delete(segment.path());
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

    /** Takes note that all up to this mark was forced. */
    void forcedUpTo(Mark mark) {
        forced = mark;
    }

    /** Removes what was not forced, as far as the disk lets us. */
    void cutToForced() throws IOException {
        file.truncate(forced.offset());
    }

    SegmentFile segment() {
        return segment;
    }

    Mark written() {
        return written;
    }

    Mark forced() {
        return forced;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A point in the segment: position of the next record and offset of the next frame. */
    record Mark(long position, long offset) {}
}
