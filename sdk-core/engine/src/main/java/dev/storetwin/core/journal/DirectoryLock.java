package dev.storetwin.core.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The right to write to a directory: one twin at a time, over all processes of the machine. Ends with the process at the latest. */
public final class DirectoryLock implements Closeable {

    static final String FILE = "LOCK";

    private final Closeable held;

    private DirectoryLock(Closeable held) {
        this.held = held;
    }

    /**
     * Takes the lock of a directory that exists.
     *
     * @throws DirectoryInUse when another twin has it
     */
    public static DirectoryLock take(Disk disk, Path directory) throws IOException {
        try {
            return new DirectoryLock(disk.lock(directory.resolve(FILE)));
        } catch (FileInUse inUse) {
            throw new DirectoryInUse(directory, inUse);
        }
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
