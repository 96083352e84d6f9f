package dev.storetwin.core.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that the memory does with files, as a seam: {@link FileDisk} is the real one, and a test puts one behind it that fails.
 *
 * <p>Only what was forced survives a loss of power: the bytes of a file by {@link OpenFile#force}, its name by {@link #forceDirectory}.
 */
public interface Disk {

    /** A new and empty file, open for reading and writing. Fails when there is one of that name. */
    OpenFile create(Path file) throws IOException;

    /** A file that exists, open for reading and writing. */
    OpenFile open(Path file) throws IOException;

    /** A file that exists, open for reading. */
    OpenFile openToRead(Path file) throws IOException;

    boolean exists(Path file) throws IOException;

    /** What lies in a directory, sorted by name. */
    List<Path> list(Path directory) throws IOException;

    /** Makes a directory and those above it; nothing when it is there. */
    void createDirectories(Path directory) throws IOException;

    /** Gives a file another name at one stroke, and takes the name from whatever had it. */
    void rename(Path from, Path to) throws IOException;

    /** Removes a file; nothing when it is not there. */
    void delete(Path file) throws IOException;

    /** Returns when the names in a directory will survive a loss of power. */
    void forceDirectory(Path directory) throws IOException;

    /**
     * Takes a lock that lasts until it is closed or the process ends. The file is made when missing.
     *
     * @throws FileInUse when somebody has it, in this process or another
     */
    Closeable lock(Path file) throws IOException;

    /** A file that is open. Every access names its offset, so several threads may read while one writes. */
    interface OpenFile extends Closeable {

        /**
         * Fills the buffer from this offset on, as far as the file goes.
         *
         * @return bytes read; less than the buffer has room for only at the end of the file
         */
        int read(ByteBuffer into, long offset) throws IOException;

        /** Writes the whole buffer. After an exception any part of it may have been written. */
        void write(ByteBuffer from, long offset) throws IOException;

        /** Returns when all that was written will survive a loss of power. */
        void force() throws IOException;

        /** Cuts the file off at this size. */
        void truncate(long size) throws IOException;

        long size() throws IOException;
    }
}
