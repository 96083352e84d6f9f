package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.Disk.OpenFile;
import dev.storetwin.core.journal.FileDisk;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Lines at the end of a file that nobody else writes to. Each is given to the operating system at once, so that it outlasts the process.
 *
 * <p>After a failure the file ends behind the last line that was added whole, and the next one cuts off what is left of the failed one.
 */
final class FileLines implements LineStore {

    private static final int CHUNK = 1 << 16;
    private static final int MOST_UNFORCED = 1 << 26;
    private static final int MOST_UNSEEN = 1 << 16;

    private final Disk disk;
    private final Path path;
    private final OpenFile file;
    private final Closeable lock;
    private final Object forcing = new Object();
    private volatile long end;
    private volatile long forced;
    private long seen;
    private boolean isTorn;
    private boolean isUnsure = true; // guarded by forcing
    private boolean isClosed;

    private FileLines(Disk disk, Path path, OpenFile file, Closeable lock) throws IOException {
        this.disk = disk;
        this.path = path;
        this.file = file;
        this.lock = lock;
        this.end = file.size();
        this.seen = end;
        this.forced = Math.max(0, end - MOST_UNFORCED - TrailLine.LONGEST);
    }

    /** Opens the file, or makes it, and keeps others from writing until it is closed. */
    static FileLines open(Path file) throws IOException {
        return open(new FileDisk(), file, lock(file));
    }

    /** Opens the file, or makes it, in a directory that nobody else writes to. */
    static FileLines open(Disk disk, Path file) throws IOException {
        return open(disk, file, () -> {});
    }

    /** Its name is forced also when it is there: whoever made it may have failed to. */
    private static FileLines open(Disk disk, Path path, Closeable lock) throws IOException {
        try {
            var file = disk.exists(path) ? disk.open(path) : disk.create(path);
            try {
                disk.forceDirectory(path.toAbsolutePath().resolveSibling(""));
                return new FileLines(disk, path, file, lock);
            } catch (IOException unusable) {
                file.close();
                throw unusable;
            }
        } catch (IOException unusable) {
            lock.close();
            throw unusable;
        }
    }

    /** Locks a byte that no file has, since some systems keep even readers from what is locked. */
    private static Closeable lock(Path file) throws IOException {
        var channel = FileChannel.open(file, CREATE, WRITE);
        try {
            if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) == null) {
                throw new IOException("another process writes to it");
            }
            return channel;
        } catch (OverlappingFileLockException twice) {
            channel.close();
            throw new IOException("another trail of this process writes to it", twice);
        } catch (IOException inUse) {
            channel.close();
            throw inUse;
        }
    }

    boolean isEmpty() {
        return end == 0;
    }

    /** Cuts the file after so many bytes and says how many went. */
    long cut(long size) throws IOException {
        long more = end - size;
        file.truncate(size);
        end = size;
        forced = Math.min(forced, end);
        seen = end;
        return more;
    }

    /**
     * Whether the line that begins at an offset can be what a loss of power left: it holds a zero byte, which stands for what was not
     * written and which no line holds, or the file ends in it.
     */
    boolean isTornAt(long offset) throws IOException {
        try (var in = in(offset)) {
            int next = in.read();
            while (next > 0 && next != '\n') {
                next = in.read();
            }
            return next <= 0;
        }
    }

    /** The bytes of all whole lines, from an offset on. */
    InputStream in(long offset) {
        return new FileInput(file, offset, end, () -> {});
    }

    /** Forces only when nobody has for long: what is lost with the machine, or has to be written again, has a limit. */
    @Override
    public void add(byte[] lines) throws IOException {
        if (isTorn) {
            file.truncate(end);
        }
        if (end - forced >= MOST_UNFORCED) {
            flush();
        }
        if (end - seen >= MOST_UNSEEN) {
            requireName();
            seen = end;
        }
        isTorn = true;
        file.write(ByteBuffer.wrap(lines), end);
        long after = end + lines.length;
        end = after;
        isTorn = false;
    }

    /**
     * May be called while lines are added. Of many who ask one forces, and those whose lines were among it are done as well.
     *
     * <p>After a force that failed the operating system may take for written what is not: it is written once more. Whether the last force of
     * an earlier process failed nobody knows, but no process leaves more than this much unforced.
     */
    @Override
    public void flush() throws IOException {
        long wanted = end;
        synchronized (forcing) {
            if (isUnsure || forced < wanted) {
                force();
            }
        }
    }

    /** A file that lost its name still takes lines, and nobody will ever read them. */
    private void requireName() throws IOException {
        if (!disk.exists(path)) {
            throw new IOException("""
                    %s was removed or moved while it is in use, so nothing more can be written.
                    Maybe a clean-up took it: put it back if it was moved, or close the twin and open it again.\
                    """.formatted(path));
        }
    }

    private void force() throws IOException {
        requireName();
        long upTo = end;
        if (isUnsure) {
            writeAgain(upTo);
        }
        isUnsure = true;
        file.force();
        isUnsure = false;
        forced = upTo;
    }

    private void writeAgain(long upTo) throws IOException {
        var chunk = ByteBuffer.allocate(CHUNK);
        for (long at = forced; at < upTo; at += chunk.limit()) {
            file.read(chunk.clear().limit((int) Math.min(CHUNK, upTo - at)), at);
            file.write(chunk.flip(), at);
        }
    }

    /** Reads through a handle of its own, so that nobody who reads disturbs who writes. Whoever asked closes the stream. */
    @Override
    public Stream<String> lines(long count) throws IOException {
        var bytes = read(0);
        var reader = new BufferedReader(new InputStreamReader(bytes, UTF_8));
        return reader.lines().limit(count).onClose(() -> close(bytes));
    }

    /** Through a handle of its own as well. */
    @Override
    public InputStream read(long offset) throws IOException {
        var own = disk.openToRead(path);
        return new FileInput(own, offset, end, own);
    }

    private static void close(Closeable read) {
        try {
            read.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try (lock;
                file) {
            if (isTorn) {
                file.truncate(end);
            }
            flush();
        }
    }
}
