package dev.storetwin.core.crypto;

import dev.storetwin.core.thread.Undisturbed;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Files and directories that nobody but the account of this process may read, and how they are replaced and destroyed. */
final class OwnerOnly {

    private static final int CHUNK = 1 << 16;

    private OwnerOnly() {}

    /** Makes the directory and those above it, unless it is there. */
    static void directory(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        var parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (isPosix(path)) {
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(path);
            restrict(path);
        }
    }

    /** Makes an empty file, or empties the one that is there. */
    static void file(Path path) throws IOException {
        Files.deleteIfExists(path);
        if (isPosix(path)) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(path);
            restrict(path);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Where there are no POSIX permissions: nobody, then the owner alone. */
    private static void restrict(Path path) throws IOException {
        var file = path.toFile();
        boolean closed = file.setReadable(false, false) && file.setWritable(false, false);
        boolean opened = file.setReadable(true, true) && file.setWritable(true, true);
        boolean done = closed && opened;
        if (!done && !Files.isReadable(path)) {
            throw new IOException("the permissions of %s cannot be set".formatted(path));
        }
    }

    /** Puts a durable file in the place of another, durably, and wipes the bytes of the other. */
    static void replace(Path by, Path old) throws IOException {
        var rest = handle(old);
        try {
            Files.move(by, old, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceDirectory(old);
            if (rest.isPresent()) {
                zero(rest.get());
            }
        } finally {
            if (rest.isPresent()) {
                rest.get().close();
            }
        }
    }

    /** Holds on to the bytes of a file that will lose its name. */
    private static Optional<RandomAccessFile> handle(Path path) throws IOException {
        return Files.exists(path) ? Optional.of(new RandomAccessFile(path.toFile(), "rw")) : Optional.empty();
    }

    /** Overwrites a file and deletes it; nothing happens when it is not there. */
    static void wipe(Path path) throws IOException {
        var bytes = handle(path);
        if (bytes.isPresent()) {
            try (var file = bytes.get()) {
                zero(file);
            }
            Files.delete(path);
            forceDirectory(path);
        }
    }

    private static void zero(RandomAccessFile file) throws IOException {
        var zeros = new byte[CHUNK];
        file.seek(0);
        for (long left = file.length(); left > 0; left -= Math.min(CHUNK, left)) {
            file.write(zeros, 0, (int) Math.min(CHUNK, left));
        }
        file.getFD().sync();
    }

    /** Makes the name of a file durable. Some systems know no such thing and refuse to open a directory. */
    private static void forceDirectory(Path file) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        if (directory != null && isPosix(directory)) {
            Undisturbed.run(() -> {
                try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            });
        }
    }
}
