package dev.storetwin.core.journal;

import dev.storetwin.core.journal.Disk.OpenFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;

/** A snapshot that is being read. Each chunk is checked before its bytes are handed out. */
final class SnapshotInput extends InputStream {

    private final OpenFile file;
    private final Path path;
    private final long position;
    private final ByteBuffer buffer = ByteBuffer.allocate(SnapshotOutput.CHUNK);
    private long offset = SnapshotOutput.HEADER;
    private boolean atEnd;

    private SnapshotInput(OpenFile file, Path path, long position) {
        this.file = file;
        this.path = path;
        this.position = position;
        buffer.limit(0);
    }

    /** @throws JournalRefused when a newer release wrote it */
    static SnapshotInput begin(OpenFile file, Path path, long position) throws IOException {
        SnapshotInput input = new SnapshotInput(file, path, position);
        try {
            input.readHeader();
            return input;
        } catch (IOException refused) {
            file.close();
            throw refused;
        }
    }

    private void readHeader() throws IOException {
        ByteBuffer header = read(SnapshotOutput.HEADER, 0);
        if (header.getLong() != SnapshotOutput.MAGIC) {
            throw new IOException("%s is not a snapshot".formatted(path));
        }
        int version = header.getInt();
        if (version > SnapshotOutput.VERSION) {
            throw JournalRefused.newer(path, version, SnapshotOutput.VERSION);
        }
        if (header.getLong() != position) {
            throw broken(0);
        }
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? buffer.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, into.length);
        if (count == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int step = Math.min(count, buffer.remaining());
        buffer.get(into, from, step);
        return step;
    }

    /** Reads what the reader left, so that all was checked when this returns. */
    void finish() throws IOException {
        while (hasMore()) {
            buffer.position(buffer.limit());
        }
    }

    private boolean hasMore() throws IOException {
        if (!buffer.hasRemaining() && !atEnd) {
            readChunk();
        }
        return buffer.hasRemaining();
    }

    private void readChunk() throws IOException {
        ByteBuffer header = read(SnapshotOutput.CHUNK_HEADER, offset);
        int length = header.getInt();
        int crc = header.getInt();
        if (length < 0 || length > SnapshotOutput.CHUNK) {
            throw broken(offset);
        }
        buffer.clear().limit(length);
        if (file.read(buffer, offset + SnapshotOutput.CHUNK_HEADER) < length
                || SnapshotOutput.crc(position, offset, buffer.flip().duplicate()) != crc) {
            throw broken(offset);
        }
        offset += SnapshotOutput.CHUNK_HEADER + length;
        atEnd = length == 0;
    }

    private ByteBuffer read(int count, long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        if (file.read(bytes, from) < count) {
            throw broken(from);
        }
        return bytes.flip();
    }

    private IOException broken(long at) {
        return new IOException("%s is broken or cut off at offset %d".formatted(path, at));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
