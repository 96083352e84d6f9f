package dev.storetwin.core.audit;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream of bytes, each ending with LF and nothing else; a last line without LF is told apart. */
final class LineSource implements Closeable {

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 12);
    private int from;
    private int until;
    private long endedBytes;
    private boolean ended;
    private boolean tooLong;

    LineSource(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false when not one byte is left. */
    boolean next() throws IOException {
        line.reset();
        ended = false;
        while (!ended && !tooLong && fill()) {
            takeUntilLineEnd();
        }
        return ended || line.size() > 0;
    }

    /** Goes to a line counted from 1, or to the end; to be called first. */
    void goTo(long number) throws IOException {
        long at = 0;
        while (at < number && next()) {
            at++;
        }
    }

    /** The bytes of this line without its LF. */
    byte[] bytes() {
        return line.toByteArray();
    }

    /** Whether this line ended with LF. */
    boolean isEnded() {
        return ended;
    }

    /** Whether this line is longer than any line of a trail; nothing is read beyond it. */
    boolean isTooLong() {
        return tooLong;
    }

    /** How many bytes all ended lines up to here have together. */
    long endedBytes() {
        return endedBytes;
    }

    private boolean fill() throws IOException {
        if (from == until) {
            from = 0;
            until = Math.max(0, in.read(buffer));
        }
        return from < until;
    }

    private void takeUntilLineEnd() {
        int end = from;
        while (end < until && buffer[end] != '\n') {
            end++;
        }
        line.write(buffer, from, end - from);
        ended = end < until;
        from = ended ? end + 1 : end;
        endedBytes += ended ? line.size() + 1 : 0;
        tooLong = line.size() > TrailLine.LONGEST;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
