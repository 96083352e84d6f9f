package dev.storetwin.core.journal;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The file system of this machine.
 *
 * <p>An interrupt of the calling thread closes the file it writes: threads that write must not be interrupted. Readers may be.
 */
public final class FileDisk implements Disk {

    /** The file system of this machine. */
    public FileDisk() {
        // Nothing to set: every call names its file.
    }

    @Override
    public OpenFile create(Path file) throws IOException {
        return new ChannelFile(FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @Override
    public OpenFile open(Path file) throws IOException {
        return new ChannelFile(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @Override
    public OpenFile openToRead(Path file) throws IOException {
        return new ReadFile(new RandomAccessFile(file.toFile(), "r"));
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        Files.createDirectories(directory);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Windows opens no directory as a file and keeps names by itself. */
    @Override
    public void forceDirectory(Path directory) throws IOException {
        if (File.separatorChar == '\\') {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        return FileLockHold.take(file);
    }

    /** A host's thread may be interrupted while it reads what others read too; a channel would be closed by that, this is not. */
    private record ReadFile(RandomAccessFile file) implements OpenFile {

        @Override
        public int read(ByteBuffer into, long offset) throws IOException {
            var bytes = new byte[into.remaining()];
            int read = 0;
            synchronized (file) {
                file.seek(offset);
                for (int step = 0; step >= 0 && read < bytes.length; read += Math.max(0, step)) {
                    step = file.read(bytes, read, bytes.length - read);
                }
            }
            into.put(bytes, 0, read);
            return read;
        }

        @Override
        public void write(ByteBuffer from, long offset) {
            throw new NonWritableChannelException();
        }

        @Override
        public void force() {
            throw new NonWritableChannelException();
        }

        @Override
        public void truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public long size() throws IOException {
            synchronized (file) {
                return file.length();
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private record ChannelFile(FileChannel channel) implements OpenFile {

        /** Java copies a buffer of its own heap into one outside and keeps that for the thread: so in pieces. */
        private static final int PIECE = 1 << 20;

        @Override
        public int read(ByteBuffer into, long offset) throws IOException {
            int read = 0;
            while (into.hasRemaining()) {
                ByteBuffer piece = piece(into);
                int step = channel.read(piece, offset + read);
                if (step < 0) {
                    break;
                }
                into.position(into.position() + step);
                read += step;
            }
            return read;
        }

        @Override
        public void write(ByteBuffer from, long offset) throws IOException {
            long at = offset;
            while (from.hasRemaining()) {
                int step = channel.write(piece(from), at);
                from.position(from.position() + step);
                at += step;
            }
        }

        private static ByteBuffer piece(ByteBuffer buffer) {
            return buffer.slice(buffer.position(), Math.min(PIECE, buffer.remaining()));
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void truncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
