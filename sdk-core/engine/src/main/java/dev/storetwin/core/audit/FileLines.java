package dev.storetwin.core.audit;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Lines at the end of a file that nobody else writes to. */
final class FileLines implements LineStore {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final OutputStream buffered;

    private FileLines(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
        this.buffered = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    /** Opens the file, or makes it, and keeps others from writing until it is closed. */
    static FileLines open(Path file) throws IOException {
        var channel = FileChannel.open(file, CREATE, WRITE);
        try {
            lock(channel);
            channel.position(channel.size());
            return new FileLines(file, channel);
        } catch (IOException unusable) {
            channel.close();
            throw unusable;
        }
    }

    /** Locks a byte that no file has, since some systems keep even readers from what is locked. */
    private static void lock(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) == null) {
                throw new IOException("another process writes to it");
            }
        } catch (OverlappingFileLockException twice) {
            throw new IOException("another trail of this process writes to it", twice);
        }
    }

    boolean isEmpty() throws IOException {
        return channel.size() == 0;
    }

    /** Cuts the file after so many bytes and says how many went. */
    long cut(long size) throws IOException {
        long more = channel.size() - size;
        channel.truncate(size);
        return more;
    }

    @Override
    public void add(byte[] line) throws IOException {
        buffered.write(line);
    }

    @Override
    public void flush() throws IOException {
        buffered.flush();
        channel.force(false);
    }

    /** Whoever asked closes the stream. */
    @Override
    @SuppressWarnings("StreamResourceLeak")
    public Stream<String> lines(long count) throws IOException {
        if (channel.isOpen()) {
            buffered.flush();
        }
        return Files.lines(file).limit(count);
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try (channel) {
                flush();
            }
        }
    }
}
