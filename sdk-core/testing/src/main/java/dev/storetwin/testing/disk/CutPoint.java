package dev.storetwin.testing.disk;

import java.nio.file.Path;

/**
 * What the disk was doing when the power went.
 *
 * @param act  to a file or a name
 * @param path of the file, or of the directory whose names were to be forced
 */
public record CutPoint(Act act, Path path) {

    /** What changes a disk, or makes a change last. */
    public enum Act {
        CREATE,
        WRITE,
        TRUNCATE,
        FORCE,
        RENAME,
        DELETE,
        FORCE_NAMES
    }
}
