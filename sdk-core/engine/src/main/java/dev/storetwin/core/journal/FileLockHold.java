package dev.storetwin.core.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/*
 * The operating system's lock belongs to the process, and closing any handle of the file drops it: a second twin of this process that
 * opened the file only to see that it is locked would unlock it. So the file is not touched before its name was claimed in the table of
 * system properties, the one table that all class loaders of a process share.
 */
/** A locked file, held for this process. */
final class FileLockHold implements Closeable {

    private static final String CLAIM = "dev.storetwin.locked:";

    private final FileChannel channel;
    private final String claim;

    private FileLockHold(FileChannel channel, String claim) {
        this.channel = channel;
        this.claim = claim;
    }

    static FileLockHold take(Path file) throws IOException {
        String claim =
                CLAIM + file.toAbsolutePath().resolveSibling("").toRealPath().resolve(file.getFileName());
        if (System.getProperties().putIfAbsent(claim, "held") != null) {
            throw new FileInUse(file, true);
        }
        FileLockHold hold = null;
        try {
            hold = lock(file, claim);
            return hold;
        } finally {
            if (hold == null) {
                System.clearProperty(claim);
            }
        }
    }

    private static FileLockHold lock(Path file, String claim) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = tryLock(channel, file);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new FileInUse(file, false);
        }
        return new FileLockHold(channel, claim);
    }

    private static @Nullable FileLock tryLock(FileChannel channel, Path file) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException byOther) {
            var inUse = new FileInUse(file, true);
            inUse.initCause(byOther);
            throw inUse;
        }
    }

    /** Closing the file gives up the lock; only then may another twin of this process come. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            System.clearProperty(claim);
        }
    }
}
