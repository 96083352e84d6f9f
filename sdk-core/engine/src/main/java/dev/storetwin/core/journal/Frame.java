package dev.storetwin.core.journal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/*
 * sync(4) length(4) crc(4) first(8) count(4) durable(8) payload(length)
 *
 * The checksum covers all but itself, and also the segment's number and the frame's offset, which are not written: bytes that were copied
 * from elsewhere, by a disk or inside a record, are no frame here.
 */
/**
 * One group of records on disk.
 *
 * @param first   position of its first record
 * @param count   how many records
 * @param durable all positions below it had been forced before this frame was written
 * @param payload per record its length as a {@link Varint}, then its bytes
 */
record Frame(long first, int count, long durable, ByteBuffer payload) {

    static final int SYNC = 0x5354_4652;
    static final int HEADER = 32;
    static final int MAX_PAYLOAD = 1 << 30;

    private static final int CRC_AT = 8;

    /** Position after its last record. */
    long end() {
        return first + count;
    }

    /** Bytes of the whole frame. */
    int size() {
        return HEADER + payload.limit();
    }

    /** Bytes of the payload of these records. */
    static long payloadSize(List<byte[]> records) {
        long size = 0;
        for (byte[] record : records) {
            size += Varint.size(record.length) + record.length;
        }
        return size;
    }

    /** Writes the frame of these records into the buffer, from its position on. */
    static void encode(ByteBuffer into, Place place, long first, long durable, List<byte[]> records) {
        int start = into.position();
        into.putInt(SYNC)
                .putInt(0)
                .putInt(0)
                .putLong(first)
                .putInt(records.size())
                .putLong(durable);
        for (byte[] record : records) {
            Varint.put(into, record.length);
            into.put(record);
        }
        into.putInt(start + 4, into.position() - start - HEADER);
        into.putInt(start + CRC_AT, crc(into.slice(start, into.position() - start), place));
    }

    /** Length of the payload when the bytes begin like a frame; the buffer holds a header. */
    static Optional<Integer> announcedLength(ByteBuffer header) {
        int length = header.getInt(4);
        boolean plausible = header.getInt(0) == SYNC && length >= 0 && length <= MAX_PAYLOAD;
        return plausible ? Optional.of(length) : Optional.empty();
    }

    /** Position after the last record of the frame that begins so. */
    static long announcedEnd(ByteBuffer header) {
        return header.getLong(12) + header.getInt(20);
    }

    /** The frame that fills the buffer, if it is whole. */
    static Optional<Frame> decode(ByteBuffer bytes, Place place) {
        if (bytes.getInt(CRC_AT) != crc(bytes, place)) {
            return Optional.empty();
        }
        ByteBuffer payload = bytes.slice(HEADER, bytes.limit() - HEADER);
        return Optional.of(new Frame(bytes.getLong(12), bytes.getInt(20), bytes.getLong(24), payload));
    }

    private static int crc(ByteBuffer frame, Place place) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(16)
                .putLong(place.segment())
                .putLong(place.offset())
                .flip());
        crc.update(frame.slice(0, CRC_AT));
        crc.update(frame.slice(CRC_AT + 4, frame.limit() - CRC_AT - 4));
        return (int) crc.getValue();
    }

    /** Where a frame lies. */
    record Place(long segment, long offset) {}
}
