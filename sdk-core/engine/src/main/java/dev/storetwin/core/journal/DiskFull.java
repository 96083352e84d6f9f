package dev.storetwin.core.journal;

import java.io.IOException;
import java.nio.file.Path;

/** There is no room left on the disk. When there is some again, the same call works. */
public final class DiskFull extends DiskFailed {

    DiskFull(Path file, String what, IOException cause) {
        super("""
                The disk is full: %s could not be %s.
                What was acknowledged before is kept, and it goes on as soon as there is room. Maybe old logs or files of others can go.""".formatted(file, what), cause);
    }
}
