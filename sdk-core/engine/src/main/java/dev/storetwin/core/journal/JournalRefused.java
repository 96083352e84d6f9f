package dev.storetwin.core.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Files that this release cannot or must not read: foreign, newer, or damaged where acknowledged data lay. Nothing was changed. */
public final class JournalRefused extends IOException {

    JournalRefused(String message) {
        super(message);
    }

    private JournalRefused(String message, IOException cause) {
        super(message, cause);
    }

    /** Of a path at which no directory can be opened or made. */
    static JournalRefused unusable(Path directory, boolean exists, IOException cause) {
        return new JournalRefused("""
                %s cannot be used as a data directory: %s. Expected is a directory of the twin's own, or a path where one can be made.
                Maybe another path was meant, or the permissions of it and of those above it need a look.""".formatted(directory, why(directory, exists, cause)), cause);
    }

    private static String why(Path directory, boolean exists, IOException cause) {
        if (cause instanceof NotDirectoryException) {
            return "it is a file";
        }
        if (cause instanceof AccessDeniedException denied) {
            return "this process may not write to " + denied.getFile();
        }
        if (cause instanceof FileAlreadyExistsException inTheWay) {
            boolean isLink = !exists && directory.toString().equals(inTheWay.getFile());
            return isLink
                    ? "it is a link to what is not there"
                    : "%s is a file or a link to what is not there".formatted(inTheWay.getFile());
        }
        return String.valueOf(cause.getMessage());
    }

    static JournalRefused foreign(Path file, String expected) {
        return new JournalRefused("""
                %s is not %s.
                Maybe the path is wrong, or another program keeps its files there.""".formatted(file, expected));
    }

    /** Of a later format than this release knows. */
    public static JournalRefused newer(Path file, int version, int known) {
        return new JournalRefused("""
                %s has format %d, and this release knows formats up to %d.
                Maybe a newer release wrote it: open it with that release.""".formatted(file, version, known));
    }

    static JournalRefused endsEarly(Path journal, long found, long expected, Path closedAt) {
        return new JournalRefused("""
                The journal %s ends at position %d, and at %d when it was last closed: %d acknowledged records are missing.
                Maybe files were deleted, emptied or cut: put the journal back from a copy, together with the snapshots. \
                To go on knowingly with what is left, delete %s.""".formatted(journal, found, expected, expected - found, closedAt));
    }

    static JournalRefused damagedEnd(Path file, long offset) {
        return new JournalRefused("""
                %s is damaged at offset %d: what stands there is broken, and not in the way that a crash tears it. Nothing is cut off.
                Maybe a copy of the file is intact: put it back from the backup, and check the disk. Only on a file system that may show \
                old bytes after a loss of power (ext4 with data=writeback), cut the file off there: nothing was acknowledged then.""".formatted(file, offset));
    }

    static JournalRefused damaged(Path file, long offset, String what) {
        return new JournalRefused("""
                %s is damaged at offset %d: %s. These records were acknowledged, so nothing is cut off.
                Maybe a copy of the file is intact: put it back from the backup, and check the disk.""".formatted(file, offset, what));
    }
}
