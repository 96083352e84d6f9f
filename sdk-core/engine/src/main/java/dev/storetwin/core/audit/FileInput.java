package dev.storetwin.core.audit;

import dev.storetwin.core.journal.Disk.OpenFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The bytes of an open file from one offset to another. */
final class FileInput extends InputStream {

    private final OpenFile file;
    private final long end;
    private final Closeable after;
    private final ByteBuffer ahead = ByteBuffer.allocate(1 << 13).limit(0);
    private long at;

    /** @param after closed with this */
    FileInput(OpenFile file, long from, long end, Closeable after) {
        this.file = file;
        this.at = from;
        this.end = end;
        this.after = after;
    }

    @Override
    public int read() throws IOException {
        return fill() ? ahead.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!ahead.hasRemaining() && length >= ahead.capacity() && at < end) {
            return past(into, offset, length);
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, ahead.remaining());
        ahead.get(into, offset, count);
        return count;
    }

    /** Much at once does not go through the buffer. */
    private int past(byte[] into, int offset, int length) throws IOException {
        int count = file.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, end - at)), at);
        at += count;
        return count == 0 ? -1 : count;
    }

    private boolean fill() throws IOException {
        if (!ahead.hasRemaining() && at < end) {
            ahead.clear().limit((int) Math.min(ahead.capacity(), end - at));
            at += file.read(ahead, at);
            ahead.flip();
        }
        return ahead.hasRemaining();
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, ahead.remaining() + end - at);
    }

    @Override
    public void close() throws IOException {
        after.close();
    }
}
