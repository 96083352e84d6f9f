package dev.storetwin.core.crypto;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How many records of a key file are durable at least, in a file beside it, so that a key file whose end was lost is not taken for a whole one.
 *
 * <p>It is noted after the records are forced and needs no force of its own: what a loss of power leaves of it is an earlier number, which is
 * true as well. A missing or torn file says nothing. Only before a shorter key file takes the place of a longer one is zero forced.
 */
final class KeyCount implements AutoCloseable {

    private static final int BYTES = 2 * Integer.BYTES;

    private final Path path;
    private final RandomAccessFile file;

    private KeyCount(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /** Of a file that exists, or is made. */
    static KeyCount at(Path path) throws IOException {
        if (!Files.exists(path)) {
            OwnerOnly.file(path);
        }
        return new KeyCount(path, new RandomAccessFile(path.toFile(), "rw"));
    }

    Path path() {
        return path;
    }

    /** Zero when it is not known. */
    int atLeast() throws IOException {
        if (file.length() < BYTES) {
            return 0;
        }
        var bytes = new byte[BYTES];
        file.seek(0);
        file.readFully(bytes);
        var in = ByteBuffer.wrap(bytes);
        int count = in.getInt();
        return in.getInt() == ~count ? count : 0;
    }

    void note(int records) throws IOException {
        file.seek(0);
        file.write(ByteBuffer.allocate(BYTES).putInt(records).putInt(~records).array());
    }

    void force() throws IOException {
        file.getFD().sync();
    }

    /** What was noted is durable then. A second time does nothing. */
    @Override
    public void close() throws IOException {
        if (file.getChannel().isOpen()) {
            try (file) {
                force();
            }
        }
    }
}
