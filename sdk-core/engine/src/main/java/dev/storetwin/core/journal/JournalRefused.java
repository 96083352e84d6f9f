package dev.storetwin.core.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Files that this release cannot or must not read: foreign, newer, or damaged where acknowledged data lay. Nothing was changed. */
public final class JournalRefused extends IOException {

    JournalRefused(String message) {
        super(message);
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
