package dev.storetwin.core.journal;

import dev.storetwin.core.thread.Undisturbed;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The file system of this machine. Threads that read and write may be interrupted: what they do is done, and they stay interrupted.
 */
public final class FileDisk implements Disk {

    /** The file system of this machine. */
    public FileDisk() {
        // Nothing to set: every call names its file.
    }

    @Override
    public OpenFile create(Path file) throws IOException {
        Files.createFile(file);
        return WholeFile.toWrite(file);
    }

    @Override
    public OpenFile open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return WholeFile.toWrite(file);
    }

    @Override
    public OpenFile openToRead(Path file) throws IOException {
        return WholeFile.toRead(file);
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
        Undisturbed.run(() -> {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        });
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        return FileLockHold.take(file);
    }

    /**
     * A random access file and no channel: a channel closes itself when a thread that uses it is interrupted, and hosts interrupt theirs.
     *
     * <p>It has one place where it reads and writes, so one thread at a time does either.
     */
    private record WholeFile(RandomAccessFile file, boolean isWritable) implements OpenFile {

        /** Java copies bytes of its own heap into memory outside: so in pieces. */
        private static final int PIECE = 1 << 20;

        static WholeFile toRead(Path path) throws IOException {
            return new WholeFile(new RandomAccessFile(path.toFile(), "r"), false);
        }

        static WholeFile toWrite(Path path) throws IOException {
            return new WholeFile(new RandomAccessFile(path.toFile(), "rw"), true);
        }

        @Override
        public int read(ByteBuffer into, long offset) throws IOException {
            int read = 0;
            synchronized (file) {
                file.seek(offset);
                for (int step = 0; step >= 0 && into.hasRemaining(); read += Math.max(0, step)) {
                    step = readPiece(into);
                }
            }
            return read;
        }

        private int readPiece(ByteBuffer into) throws IOException {
            int length = Math.min(PIECE, into.remaining());
            if (into.hasArray()) {
                int step = file.read(into.array(), into.arrayOffset() + into.position(), length);
                into.position(into.position() + Math.max(0, step));
                return step;
            }
            var piece = new byte[length];
            int step = file.read(piece);
            into.put(piece, 0, Math.max(0, step));
            return step;
        }

        @Override
        public void write(ByteBuffer from, long offset) throws IOException {
            requireWritable();
            synchronized (file) {
                file.seek(offset);
                while (from.hasRemaining()) {
                    writePiece(from);
                }
            }
        }

        private void writePiece(ByteBuffer from) throws IOException {
            int length = Math.min(PIECE, from.remaining());
            if (from.hasArray()) {
                file.write(from.array(), from.arrayOffset() + from.position(), length);
                from.position(from.position() + length);
            } else {
                var piece = new byte[length];
                from.get(piece);
                file.write(piece);
            }
        }

        @Override
        public void force() throws IOException {
            requireWritable();
            file.getFD().sync();
        }

        @Override
        public void truncate(long size) throws IOException {
            requireWritable();
            synchronized (file) {
                if (size < file.length()) {
                    file.setLength(size);
                }
            }
        }

        private void requireWritable() {
            if (!isWritable) {
                throw new NonWritableChannelException();
            }
        }

        @Override
        public long size() throws IOException {
            return file.length();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
