package dev.storetwin.core.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the records of a journal in order, one at a time, and checks each frame's checksum on the way.
 *
 * <p>Ends where the journal was durable when the cursor was made, and does not mind what is appended meanwhile. Not for several threads.
 */
public final class JournalCursor implements Closeable {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Disk disk;
    private final List<Stretch> stretches;
    private final long to;
    private int stretch;
    private @Nullable FrameReader reader;
    private ByteBuffer payload = NOTHING;
    private long payloadEnd;
    private long next;
    private byte[] record = {};

    JournalCursor(Disk disk, List<Stretch> stretches, long from, long to) {
        this.disk = disk;
        this.stretches = stretches;
        this.next = from;
        this.payloadEnd = from;
        this.to = to;
    }

    /**
     * Moves to the next record; false when there is none.
     *
     * @throws JournalRefused when records are damaged or missing
     */
    public boolean advance() throws IOException {
        if (next >= to) {
            return false;
        }
        if (next == payloadEnd) {
            readFrame();
        }
        record = new byte[Varint.get(payload)];
        payload.get(record);
        next++;
        return true;
    }

    /** Looks into bytes for what records are sought by. It may find in several at once what none of them holds alone. */
    @FunctionalInterface
    public interface Search {

        /** Whether there is anything between two places of an array. */
        boolean finds(byte[] bytes, int from, int until);
    }

    /**
     * Moves to the next record in which something is found; false when there is none. Records that were written together are looked at
     * together, so this is much faster than to look at each.
     */
    public boolean advance(Search search) throws IOException {
        while (next < to) {
            if (next == payloadEnd) {
                readFrame();
                if (!search.finds(payload.array(), payload.arrayOffset() + payload.position(), end(payload))) {
                    next = payloadEnd;
                    continue;
                }
            }
            if (advance() && search.finds(record, 0, record.length)) {
                return true;
            }
        }
        return false;
    }

    private static int end(ByteBuffer buffer) {
        return buffer.arrayOffset() + buffer.limit();
    }

    /** Position of the record that the cursor stands on. */
    public long position() {
        return next - 1;
    }

    /** Bytes of the record that the cursor stands on; the caller's own. */
    public byte[] record() {
        return record;
    }

    /** Number of the segment that this record lies in, counted from where the cursor began. */
    public int segment() {
        return stretch;
    }

    /** What the segment of this record begins with. Valid after {@link #advance}. */
    public ByteBuffer preamble() {
        return reader().header().orElseThrow().preamble().asReadOnlyBuffer();
    }

    private void readFrame() throws IOException {
        while (reader == null || next >= stretches.get(stretch).end()) {
            openStretch();
        }
        FrameReader frames = reader();
        long offset = frames.offset();
        Optional<Frame> frame = frames.next();
        if (frame.isPresent() && frame.get().count() == 0) {
            readFrame();
        } else if (frame.isPresent()
                && frame.get().first() <= next
                && frame.get().end() > next) {
            stand(frame.get());
        } else {
            throw broken(offset);
        }
    }

    private void stand(Frame frame) {
        payload = frame.payload();
        payloadEnd = frame.end();
        for (long skipped = frame.first(); skipped < next; skipped++) {
            int length = Varint.get(payload);
            payload.position(payload.position() + length);
        }
    }

    private void openStretch() throws IOException {
        closeReader();
        while (next >= stretches.get(stretch).end()) {
            stretch++;
        }
        FrameReader frames = FrameReader.open(disk, stretches.get(stretch).file());
        reader = frames;
        if (frames.header().isEmpty()) {
            throw JournalRefused.damaged(stretches.get(stretch).file().path(), 0, "its header is broken");
        }
        skipTo(frames);
    }

    /** Steps over the frames before the wanted position. */
    private void skipTo(FrameReader frames) throws IOException {
        long offset = frames.offset();
        Optional<Long> end = frames.skip();
        while (end.isPresent() && end.get() <= next) {
            offset = frames.offset();
            end = frames.skip();
        }
        frames.moveTo(offset);
    }

    private JournalRefused broken(long offset) {
        return JournalRefused.damaged(
                stretches.get(stretch).file().path(),
                offset,
                "the record at position %d is missing or broken".formatted(next));
    }

    private FrameReader reader() {
        if (reader == null) {
            throw new IllegalStateException(
                    "The cursor stands on no record.\nMaybe advance() was not called, or it was closed.");
        }
        return reader;
    }

    private void closeReader() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    @Override
    public void close() throws IOException {
        next = to;
        closeReader();
    }

    /**
     * What a segment contributes: its records from its first position to before the end.
     *
     * @param end position after the last record that counts; what the file holds beyond was never acknowledged
     */
    record Stretch(SegmentFile file, long end) {}
}
