package dev.storetwin.core.journal;

import dev.storetwin.core.journal.Disk.OpenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

// magic(8) version(4) number(8) first(8) length of preamble(4) crc(4) preamble
/**
 * The beginning of a segment: what it is, and the preamble that its records are read with.
 *
 * @param preamble bytes of the caller, the same for all records of the segment
 */
record SegmentHeader(SegmentFile segment, ByteBuffer preamble) {

    static final int VERSION = 1;

    private static final long MAGIC = 0x53545749_4E4A4E4CL;
    private static final int FIXED = 36;
    private static final int CRC_AT = 32;
    private static final int MAX_PREAMBLE = 1 << 24;

    /** Offset of the first frame. */
    long size() {
        return (long) FIXED + preamble.limit();
    }

    ByteBuffer encode() {
        ByteBuffer bytes = ByteBuffer.allocate(FIXED + preamble.limit());
        bytes.putLong(MAGIC).putInt(VERSION).putLong(segment.number()).putLong(segment.first());
        bytes.putInt(preamble.limit()).putInt(0).put(preamble.duplicate()).flip();
        return bytes.putInt(CRC_AT, crc(bytes));
    }

    /**
     * Reads the header of a file; empty when it was not written whole.
     *
     * @throws JournalRefused when somebody else wrote the file, or a later release
     */
    static Optional<SegmentHeader> read(OpenFile file, SegmentFile segment) throws IOException {
        ByteBuffer fixed = ByteBuffer.allocate(FIXED);
        int read = file.read(fixed, 0);
        fixed.flip();
        requireOurs(segment, fixed);
        if (read < FIXED) {
            return Optional.empty();
        }
        int length = fixed.getInt(CRC_AT - 4);
        if (length < 0 || length > MAX_PREAMBLE || FIXED + length > file.size()) {
            return Optional.empty();
        }
        ByteBuffer whole = ByteBuffer.allocate(FIXED + length);
        file.read(whole, 0);
        return decode(segment, whole.flip());
    }

    private static Optional<SegmentHeader> decode(SegmentFile segment, ByteBuffer bytes) {
        boolean whole = bytes.getLong(0) == MAGIC
                && bytes.getInt(8) == VERSION
                && bytes.getInt(CRC_AT) == crc(bytes)
                && bytes.getLong(12) == segment.number()
                && bytes.getLong(20) == segment.first();
        return whole
                ? Optional.of(new SegmentHeader(segment, bytes.slice(FIXED, bytes.limit() - FIXED)))
                : Optional.empty();
    }

    /** What a loss of power left unwritten is missing or zero, never something else. */
    private static void requireOurs(SegmentFile segment, ByteBuffer fixed) throws JournalRefused {
        for (int i = 0; i < Math.min(Long.BYTES, fixed.limit()); i++) {
            byte expected = (byte) (MAGIC >>> (56 - 8 * i));
            if (fixed.get(i) != expected && fixed.get(i) != 0) {
                throw JournalRefused.foreign(segment.path(), "a segment of a twin's journal");
            }
        }
        if (fixed.limit() >= 12 && fixed.getInt(8) > VERSION) {
            throw JournalRefused.newer(segment.path(), fixed.getInt(8), VERSION);
        }
    }

    private static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(0, CRC_AT));
        crc.update(bytes.slice(FIXED, bytes.limit() - FIXED));
        return (int) crc.getValue();
    }
}
