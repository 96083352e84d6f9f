package dev.storetwin.core.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Another twin writes to this directory. */
public final class DirectoryInUse extends IOException {

    DirectoryInUse(Path directory, FileInUse cause) {
        super("""
                The directory %s is in use by a twin of %s, and only one may write to it.
                Maybe that twin was not closed, or the settings of two shops name the same directory.""".formatted(directory, cause.holder()), cause);
    }
}
