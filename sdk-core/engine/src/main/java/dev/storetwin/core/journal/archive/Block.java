package dev.storetwin.core.journal.archive;

import dev.storetwin.core.binary.Fingerprint;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/** Some records that are read together: length, checksum, then fingerprint, length and bytes of each. */
final class Block implements Iterator<Filed> {

    /** Before the records: their length and their checksum. */
    static final int HEADER = 2 * Integer.BYTES;

    private static final int RECORD_HEADER = 2 * Long.BYTES + Integer.BYTES;

    private final ByteBuffer records;

    /** Of records whose checksum was seen to be right. */
    Block(ByteBuffer records) {
        this.records = records;
    }

    static int size(byte[] value) {
        return RECORD_HEADER + value.length;
    }

    static void put(ByteBuffer into, Filed filed) {
        into.putLong(filed.key().high()).putLong(filed.key().low());
        into.putInt(filed.value().length).put(filed.value());
    }

    static int checksum(ByteBuffer records) {
        var crc = new CRC32C();
        crc.update(records.duplicate());
        return (int) crc.getValue();
    }

    @Override
    public boolean hasNext() {
        return records.hasRemaining();
    }

    @Override
    public Filed next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The block ends here.");
        }
        var key = new Fingerprint(records.getLong(), records.getLong());
        return new Filed(key, value(records.getInt()));
    }

    private byte[] value(int length) {
        int from = records.arrayOffset() + records.position();
        records.position(records.position() + length);
        return Arrays.copyOfRange(records.array(), from, from + length);
    }

    /** Skips over the others without copying them. */
    Optional<byte[]> find(Fingerprint key, Predicate<byte[]> isIt) {
        while (records.hasRemaining()) {
            long high = records.getLong();
            long low = records.getLong();
            boolean isKey = high == key.high() && low == key.low();
            int length = records.getInt();
            if (isKey) {
                var value = value(length);
                if (isIt.test(value)) {
                    return Optional.of(value);
                }
            } else {
                records.position(records.position() + length);
            }
        }
        return Optional.empty();
    }
}
