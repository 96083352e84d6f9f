package dev.storetwin.core.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes directories that are still there after a loss of power, and clears those that cannot be used. */
public final class Directories {

    private static final Logger LOG = LoggerFactory.getLogger(Directories.class);

    private Directories() {}

    /** Makes a directory and those above it where they are missing. */
    public static void make(Disk disk, Path directory) throws IOException {
        disk.createDirectories(directory);
        for (Path above = directory.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
            force(disk, above);
        }
    }

    /**
     * Moves the files of a directory into a new one beside it, as they are: for people to look at.
     *
     * @return where they lie now
     */
    public static Path setAside(Disk disk, Path directory) throws IOException {
        Path aside = unused(disk, directory);
        make(disk, aside);
        for (Path file : disk.list(directory)) {
            disk.rename(file, aside.resolve(file.getFileName()));
        }
        disk.forceDirectory(aside);
        disk.forceDirectory(directory);
        return aside;
    }

    private static Path unused(Disk disk, Path directory) throws IOException {
        int number = 1;
        while (disk.exists(aside(directory, number))) {
            number++;
        }
        return aside(directory, number);
    }

    private static Path aside(Path directory, int number) {
        return directory.resolveSibling("%s.damaged-%d".formatted(directory.getFileName(), number));
    }

    /*
     * Forced although it is there already: a twin that was killed may have made what lies in it a moment ago. What we may not open, no twin
     * of ours has made anything in.
     */
    private static void force(Disk disk, Path directory) throws IOException {
        try {
            disk.forceDirectory(directory);
        } catch (AccessDeniedException ofOthers) {
            LOG.debug("{} belongs to others and is not forced", directory, ofOthers);
        }
    }
}
