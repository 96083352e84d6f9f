package dev.storetwin.core.crypto;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a key directory to one writer. */
final class KeyLock implements AutoCloseable {

    private static final String FILE = "keys.lock";

    private final FileChannel channel;

    private KeyLock(FileChannel channel) {
        this.channel = channel;
    }

    static KeyLock on(Path directory) throws IOException {
        var path = directory.resolve(FILE);
        if (!Files.exists(path)) {
            OwnerOnly.file(path);
        }
        var channel = FileChannel.open(path, StandardOpenOption.WRITE);
        try {
            if (!isFree(channel)) {
                throw new KeysUnusable("""
                        The keys in %s are in use.
                        Maybe another twin runs with this directory: give each its own, or close the other.""".formatted(directory));
            }
            return new KeyLock(channel);
        } catch (IOException | RuntimeException taken) {
            channel.close();
            throw taken;
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
