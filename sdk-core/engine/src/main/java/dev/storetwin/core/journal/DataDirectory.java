package dev.storetwin.core.journal;

import dev.storetwin.core.journal.Disk.OpenFile;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directory in which one twin keeps its memory: known to be a twin's, of a format that this release reads, and locked.
 *
 * <p>A directory that holds anything else is refused before anything is written to it.
 */
public final class DataDirectory implements Closeable {

    static final int VERSION = 1;

    private static final String FORMAT = "FORMAT";
    private static final String UNFINISHED = FORMAT + ".new";
    private static final String LINE = "storetwin data directory, format %d\n";
    private static final Pattern READ = Pattern.compile("storetwin data directory, format (\\d{1,9})\\s*");
    private static final int LONGEST = 100;

    private final Disk disk;
    private final Path path;
    private final DirectoryLock lock;

    private DataDirectory(Disk disk, Path path, DirectoryLock lock) {
        this.disk = disk;
        this.path = path;
        this.lock = lock;
    }

    /**
     * Opens a directory, or makes it when it is missing or empty.
     *
     * @throws JournalRefused when it holds something else, or what a newer release wrote, or is no directory that can be written to
     * @throws DirectoryInUse when another twin has it open
     */
    public static DataDirectory open(Disk disk, Path path) throws IOException {
        Path directory = path.toAbsolutePath().normalize();
        try {
            return opened(disk, directory);
        } catch (FileSystemException | FileNotFoundException unusable) {
            throw JournalRefused.unusable(directory, disk.exists(directory), unusable);
        }
    }

    private static DataDirectory opened(Disk disk, Path directory) throws IOException {
        boolean isMarked = check(disk, directory);
        Directories.make(disk, directory);
        DirectoryLock lock = DirectoryLock.take(disk, directory);
        try {
            if (!isMarked) {
                mark(disk, directory);
            }
            return new DataDirectory(new StandingDisk(disk, directory), directory, lock);
        } catch (IOException failed) {
            lock.close();
            throw DiskFailed.of(directory, "marked as a twin's", failed);
        }
    }

    /** Whether it says that it is ours; it need not when there is nothing in it. */
    private static boolean check(Disk disk, Path directory) throws IOException {
        if (!disk.exists(directory)) {
            return false;
        }
        if (disk.exists(directory.resolve(FORMAT))) {
            checkVersion(disk, directory.resolve(FORMAT));
            return true;
        }
        for (Path file : disk.list(directory)) {
            if (!belongsToAnEmptyOne(file.getFileName().toString())) {
                throw JournalRefused.foreign(directory, "a twin's data directory, for it holds " + file.getFileName());
            }
        }
        return false;
    }

    /** Operating systems put hidden files and {@code lost+found} into directories that nobody has used yet. */
    private static boolean belongsToAnEmptyOne(String name) {
        return name.equals(DirectoryLock.FILE)
                || name.equals(UNFINISHED)
                || name.equals("lost+found")
                || name.startsWith(".");
    }

    private static void checkVersion(Disk disk, Path file) throws IOException {
        Matcher line = READ.matcher(read(disk, file));
        if (!line.matches()) {
            throw JournalRefused.foreign(file, "what marks a twin's data directory");
        }
        int version = Integer.parseInt(line.group(1));
        if (version > VERSION) {
            throw JournalRefused.newer(file, version, VERSION);
        }
    }

    private static String read(Disk disk, Path file) throws IOException {
        try (OpenFile open = disk.openToRead(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
            open.read(bytes, 0);
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        }
    }

    private static void mark(Disk disk, Path directory) throws IOException {
        Path unfinished = directory.resolve(UNFINISHED);
        disk.delete(unfinished);
        try (OpenFile file = disk.create(unfinished)) {
            file.write(ByteBuffer.wrap(LINE.formatted(VERSION).getBytes(StandardCharsets.UTF_8)), 0);
            file.force();
        }
        disk.rename(unfinished, directory.resolve(FORMAT));
        disk.forceDirectory(directory);
    }

    public Path path() {
        return path;
    }

    /** Where it lies; makes nothing anew in it once it vanished. */
    public Disk disk() {
        return disk;
    }

    /** Where the journal lies. */
    public Path journal() {
        return path.resolve("journal");
    }

    /** Where the journal ended when it was last closed. */
    public ClosedAt closedAt() throws IOException {
        return ClosedAt.read(disk, path, journal());
    }

    /** Where the snapshots lie. */
    public Path snapshots() {
        return path.resolve("snapshots");
    }

    /** Where documents lie that left the heap. */
    public Path archive() {
        return path.resolve("archive");
    }

    /** Gives the directory up to another twin. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
