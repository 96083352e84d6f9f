package dev.storetwin.core.journal;

import dev.storetwin.core.journal.Disk.OpenFile;
import dev.storetwin.core.journal.Frame.Place;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads a segment frame by frame, in windows that are no larger than its largest frame needs. */
final class FrameReader implements Closeable {

    private static final int WINDOW = 1 << 18;

    private final OpenFile file;
    private final SegmentFile segment;
    private final Optional<SegmentHeader> header;
    private final long size;
    private ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowAt;
    private long offset;

    private FrameReader(OpenFile file, SegmentFile segment) throws IOException {
        this.file = file;
        this.segment = segment;
        this.header = SegmentHeader.read(file, segment);
        this.size = file.size();
        this.offset = header.map(SegmentHeader::size).orElse(0L);
    }

    /**
     * Stands at the first frame.
     *
     * @throws JournalRefused when the file is foreign or newer
     */
    static FrameReader open(Disk disk, SegmentFile segment) throws IOException {
        OpenFile file = disk.openToRead(segment.path());
        FrameReader reader = null;
        try {
            reader = new FrameReader(file, segment);
            return reader;
        } finally {
            if (reader == null) {
                file.close();
            }
        }
    }

    /** Empty when the header was not written whole; there are no frames then. */
    Optional<SegmentHeader> header() {
        return header;
    }

    /** Where the next frame is expected. */
    long offset() {
        return offset;
    }

    void moveTo(long offset) {
        this.offset = offset;
    }

    /** Bytes of the file. */
    long size() {
        return size;
    }

    /**
     * The frame at the offset, which moves on behind it. Empty when there is no whole one; then the offset stays. The frame is valid
     * until the next call.
     */
    Optional<Frame> next() throws IOException {
        Optional<Integer> length = announced();
        if (length.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer bytes = bytes(Frame.HEADER + length.get());
        Optional<Frame> frame = Frame.decode(bytes, new Place(segment.number(), offset));
        frame.ifPresent(it -> offset += it.size());
        return frame;
    }

    /** Steps over a frame without checking its bytes, and returns its end position; empty as for {@link #next}. */
    Optional<Long> skip() throws IOException {
        Optional<Integer> length = announced();
        if (length.isEmpty()) {
            return Optional.empty();
        }
        long end = Frame.announcedEnd(bytes(Frame.HEADER));
        offset += Frame.HEADER + length.get();
        return Optional.of(end);
    }

    /** Looks at every offset from here to the end for a whole frame like this one. */
    boolean anyFurther(Predicate<Frame> wanted) throws IOException {
        for (; size - offset >= Frame.HEADER; offset++) {
            long here = offset;
            if (bytes(Integer.BYTES).getInt(0) == Frame.SYNC
                    && next().filter(wanted).isPresent()) {
                return true;
            }
            offset = here;
        }
        return false;
    }

    /** Whether a crash can have left what lies at the offset, where there is no whole frame. */
    boolean looksTorn() throws IOException {
        int sync = (int) Math.min(Integer.BYTES, size - offset);
        if (!Tear.explainsSync(bytes(sync))) {
            return false;
        }
        Optional<Integer> length = announced();
        return length.isEmpty() || Tear.explains(bytes(Frame.HEADER + length.get()));
    }

    private Optional<Integer> announced() throws IOException {
        return size - offset < Frame.HEADER
                ? Optional.empty()
                : Frame.announcedLength(bytes(Frame.HEADER)).filter(it -> it <= size - offset - Frame.HEADER);
    }

    /** So many bytes from the offset on, which the file has. */
    private ByteBuffer bytes(int count) throws IOException {
        if (offset < windowAt || offset + count > windowAt + window.limit()) {
            fill(count);
        }
        return window.slice((int) (offset - windowAt), count);
    }

    private void fill(int count) throws IOException {
        if (window.capacity() < count) {
            window = ByteBuffer.allocate(count);
        }
        window.clear();
        file.read(window, offset);
        window.flip();
        windowAt = offset;
        if (window.limit() < count) {
            throw new IOException("%s became shorter while it was read".formatted(segment.path()));
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
