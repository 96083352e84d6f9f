package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A piece of a state image: kind (1 byte), length (4), checksum of kind and bytes (4), bytes.
 *
 * @param kind  what it holds
 * @param bytes read by whoever knows the kind
 */
record ImageBlock(Kind kind, ByteReader bytes) {

    /** A block is closed once it has so many bytes; one thing that is longer makes a longer block. */
    static final int FULL = 1 << 18;

    private static final int HEADER = 1 + 2 * Integer.BYTES;
    private static final int LONGEST = 1 << 30;

    private static final List<Kind> KINDS = List.of(Kind.values());

    /** In the order of their numbers, which never change. */
    enum Kind {
        SETTINGS,
        TYPES,
        DOCUMENTS,
        VIEWS,
        SEEN,
        END,
        RUNS
    }

    /** Writes what was collected, if anything was, and empties it. */
    static void write(Kind kind, ByteWriter content, OutputStream out) throws IOException {
        int number = KINDS.indexOf(kind);
        var bytes = content.toByteArray();
        out.write(new ByteWriter(HEADER)
                .writeByte(number)
                .writeInt(bytes.length)
                .writeInt(checksum(number, bytes))
                .toByteArray());
        out.write(bytes);
        content.reset();
    }

    /** @throws IOException when it is damaged or cut off */
    static ImageBlock read(InputStream in) throws IOException {
        var header = new ByteReader(exactly(HEADER, in));
        int kind = header.readByte();
        int length = header.readInt();
        int checksum = header.readInt();
        if (kind < 0 || kind >= KINDS.size() || length < 0 || length > LONGEST) {
            throw new IOException(
                    "Expected a block of a state image, found kind %d with %d bytes.\nMaybe it is damaged."
                            .formatted(kind, length));
        }
        var bytes = exactly(length, in);
        if (checksum(kind, bytes) != checksum) {
            throw new IOException(
                    "A block of %s in a state image does not match its checksum.\nMaybe the disk damaged it."
                            .formatted(KINDS.get(kind)));
        }
        return new ImageBlock(KINDS.get(kind), new ByteReader(bytes));
    }

    private static byte[] exactly(int length, InputStream in) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("A state image ends in the middle of a block.\nMaybe it was never finished.");
        }
        return bytes;
    }

    private static int checksum(int kind, byte[] bytes) {
        var crc = new CRC32C();
        crc.update(kind);
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
