package dev.storetwin.core.crypto;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A file of {@link Slot}s behind a header. Written in batches that only ever follow a durable one, so that at most the last can be torn.
 *
 * <p>A random access file and no channel: a channel closes itself when a thread of the host is interrupted while it reads.
 */
final class KeyFile implements AutoCloseable {

    private static final byte[] HEADER = "STOREKEYS\r\n\u001a\0\0\0\1".getBytes(StandardCharsets.ISO_8859_1);

    private final Path path;
    private final RandomAccessFile file;
    private int slots;

    private KeyFile(Path path, RandomAccessFile file, int slots) {
        this.path = path;
        this.file = file;
        this.slots = slots;
    }

    /** A new file without records. */
    static KeyFile create(Path path) throws IOException {
        OwnerOnly.file(path);
        var file = new RandomAccessFile(path.toFile(), "rw");
        file.setLength(0);
        file.write(HEADER);
        return new KeyFile(path, file, 0);
    }

    static KeyFile open(Path path) throws IOException {
        var file = new RandomAccessFile(path.toFile(), "rw");
        try {
            checkHeader(path, file);
            return new KeyFile(path, file, Math.toIntExact((file.length() - HEADER.length) / Slot.BYTES));
        } catch (IOException | RuntimeException unusable) {
            file.close();
            throw unusable;
        }
    }

    private static void checkHeader(Path path, RandomAccessFile file) throws IOException {
        var header = new byte[HEADER.length];
        if (file.length() >= header.length) {
            file.readFully(header);
        }
        if (!Arrays.equals(header, HEADER)) {
            throw new KeysUnusable("""
                    %s is no key file of format 1.
                    Maybe it was written by a newer version, or another file was put in its place.""".formatted(path));
        }
    }

    Path path() {
        return path;
    }

    int slots() {
        return slots;
    }

    /** A record by its place. */
    synchronized Slot read(int place) throws IOException {
        var bytes = new byte[Slot.BYTES];
        file.seek(offset(place));
        file.readFully(bytes);
        return Slot.readFrom(ByteBuffer.wrap(bytes));
    }

    /** The bytes of some records that follow each other. */
    synchronized ByteBuffer read(int first, int count) throws IOException {
        var bytes = new byte[count * Slot.BYTES];
        file.seek(offset(first));
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }

    /** Writes records as one batch behind all others and says where the first of them lies. They count once {@link #added} was told. */
    int write(List<Slot> batch) throws IOException {
        int start = slots;
        var bytes = ByteBuffer.allocate((batch.size() + 1) * Slot.BYTES);
        Slot.batch(start, batch.size()).writeTo(bytes);
        batch.forEach(it -> it.writeTo(bytes));
        synchronized (this) {
            file.setLength(offset(start));
            file.seek(offset(start));
            file.write(bytes.array());
        }
        return start + 1;
    }

    /** A batch of so many records was written, and forced where that matters. */
    void added(int records) {
        slots += records + 1;
    }

    synchronized void overwrite(int place, Slot slot) throws IOException {
        var bytes = ByteBuffer.allocate(Slot.BYTES);
        slot.writeTo(bytes);
        file.seek(offset(place));
        file.write(bytes.array());
    }

    /** Returns when all that was written is on the disk. */
    void force() throws IOException {
        file.getFD().sync();
    }

    /** Cuts off what lies behind so many records, and says how many bytes that were. */
    synchronized long cut(int remaining) throws IOException {
        long more = file.length() - offset(remaining);
        slots = remaining;
        if (more > 0) {
            file.setLength(offset(remaining));
            file.getFD().sync();
        }
        return more;
    }

    static long offset(int place) {
        return HEADER.length + (long) place * Slot.BYTES;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
