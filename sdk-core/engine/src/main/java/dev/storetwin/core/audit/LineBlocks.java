package dev.storetwin.core.audit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** A stream of lines in blocks that end with a line end; what follows the last line end is not handed out. */
final class LineBlocks implements Closeable {

    private static final int LARGEST = 1 << 22;
    private static final int SMALLEST = 1 << 12;

    private final InputStream in;
    private byte[] rest = new byte[0];
    private long offset;
    private int number;

    /** @param offset where in the file the stream begins */
    LineBlocks(InputStream in, long offset) {
        this.in = in;
        this.offset = offset;
    }

    /** The next block; empty at the end, and where a line is longer than a line of a trail can be. */
    Optional<Block> next() throws IOException {
        int more = Math.max(SMALLEST, Math.min(LARGEST, in.available()));
        var bytes = new byte[more + rest.length];
        System.arraycopy(rest, 0, bytes, 0, rest.length);
        int length = rest.length + in.readNBytes(bytes, rest.length, more);
        int end = lastLineEnd(bytes, length);
        while (end == 0 && length == bytes.length && length < TrailLine.LONGEST) {
            bytes = Arrays.copyOf(bytes, length + LARGEST);
            length += in.readNBytes(bytes, length, LARGEST);
            end = lastLineEnd(bytes, length);
        }
        rest = Arrays.copyOfRange(bytes, end, length);
        var block = new Block(number, offset, bytes, end);
        number++;
        offset += end;
        return end == 0 ? Optional.empty() : Optional.of(block);
    }

    private static int lastLineEnd(byte[] bytes, int length) {
        int end = length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Whole lines: {@code length} bytes of the file from {@code offset} on. */
    record Block(int number, long offset, byte[] bytes, int length) {

        /** Where the line ends that begins here: the place of its LF. */
        int lineEnd(int from) {
            int end = from;
            while (bytes[end] != '\n') {
                end++;
            }
            return end;
        }
    }
}
