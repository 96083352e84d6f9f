package dev.storetwin.core.journal;

import dev.storetwin.core.journal.Disk.OpenFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/*
 * magic(8) version(4) position(8), then chunks: length(4) crc(4) bytes(length). The checksum covers the position and the chunk's offset
 * too. A chunk of length 0 is the end: what stops before it is not whole.
 */
/** A snapshot that is being written, in chunks with a checksum each. */
final class SnapshotOutput extends OutputStream {

    static final long MAGIC = 0x53545749_4E534E50L;
    static final int VERSION = 1;
    static final int HEADER = 20;
    static final int CHUNK_HEADER = 8;
    static final int CHUNK = 1 << 16;

    private final OpenFile file;
    private final long position;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_HEADER + CHUNK);
    private long offset;

    private SnapshotOutput(OpenFile file, long position) {
        this.file = file;
        this.position = position;
        chunk.putLong(MAGIC).putInt(VERSION).putLong(position);
    }

    static SnapshotOutput begin(OpenFile file, long position) throws IOException {
        SnapshotOutput output = new SnapshotOutput(file, position);
        try {
            output.writeOut();
            return output;
        } catch (IOException failed) {
            file.close();
            throw failed;
        }
    }

    static int crc(long position, long offset, ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(16).putLong(position).putLong(offset).flip());
        crc.update(bytes);
        return (int) crc.getValue();
    }

    @Override
    public void write(int single) throws IOException {
        if (!chunk.hasRemaining()) {
            writeChunk();
        }
        chunk.put((byte) single);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int written = 0;
        while (written < count) {
            if (!chunk.hasRemaining()) {
                writeChunk();
            }
            int step = Math.min(chunk.remaining(), count - written);
            chunk.put(bytes, from + written, step);
            written += step;
        }
    }

    /** Writes what is left and the end, and forces all to disk. */
    void finish() throws IOException {
        if (chunk.position() > CHUNK_HEADER) {
            writeChunk();
        }
        writeChunk();
        file.force();
    }

    private void writeChunk() throws IOException {
        int length = chunk.position() - CHUNK_HEADER;
        chunk.putInt(0, length).putInt(4, crc(position, offset, chunk.slice(CHUNK_HEADER, length)));
        writeOut();
    }

    private void writeOut() throws IOException {
        chunk.flip();
        int size = chunk.limit();
        file.write(chunk, offset);
        offset += size;
        chunk.clear().position(CHUNK_HEADER);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
