package dev.storetwin.core.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Makes directories that are still there after a loss of power. */
final class Directories {

    private Directories() {}

    /** Makes a directory and those above it where they are missing. */
    static void make(Disk disk, Path directory) throws IOException {
        if (disk.exists(directory)) {
            return;
        }
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            make(disk, parent);
        }
        disk.createDirectories(directory);
        if (parent != null) {
            disk.forceDirectory(parent);
        }
    }
}
