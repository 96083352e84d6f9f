package dev.storetwin.testing.disk;

import java.util.Arrays;

/** Bytes that grow. What is skipped in between is zero. */
final class Content {

    private byte[] bytes;
    private int size;

    Content() {
        this(new byte[0]);
    }

    private Content(byte[] bytes) {
        this.bytes = bytes;
        this.size = bytes.length;
    }

    Content copy() {
        return new Content(Arrays.copyOf(bytes, size));
    }

    int size() {
        return size;
    }

    int read(byte[] into, long offset) {
        int count = (int) Math.max(0, Math.min(into.length, size - offset));
        if (count > 0) {
            System.arraycopy(bytes, (int) offset, into, 0, count);
        }
        return count;
    }

    void write(byte[] from, long offset) {
        int end = Math.toIntExact(offset + from.length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        }
        System.arraycopy(from, 0, bytes, (int) offset, from.length);
        size = Math.max(size, end);
    }

    void truncate(long to) {
        if (to < size) {
            Arrays.fill(bytes, (int) to, size, (byte) 0);
            size = (int) to;
        }
    }
}
