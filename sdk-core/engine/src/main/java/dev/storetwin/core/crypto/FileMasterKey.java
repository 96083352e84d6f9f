package dev.storetwin.core.crypto;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A master key in a file that only the account of this process may read; made when there is none.
 *
 * <p>Whoever copies the data directory without this file has copied nothing personal. So keep the file elsewhere when backups are a
 * concern: {@link FileKeyStore} and this take different directories.
 */
public final class FileMasterKey implements MasterKey {

    private static final String CURRENT = "master.key";
    private static final String NEXT = "master.key.next";
    private static final String BEGUN = "master.key.begun";

    private final Path directory;
    private final KeyMaterial material = new KeyMaterial();

    private FileMasterKey(Path directory) {
        this.directory = directory;
    }

    /** The key in this directory. */
    public static FileMasterKey in(Path directory) {
        return new FileMasterKey(directory);
    }

    /**
     * The same key, for keys that lie under it already.
     *
     * @throws KeysUnusable when there are some and the file is missing: a new one would open none of them; nothing is written
     */
    public FileMasterKey neededBy(KeyStore keys) {
        if (keys.size() > 0 && !exists()) {
            throw new KeysUnusable("""
                    %s is missing, and the %s lie under it: without it nothing that was sealed can be opened. No new one is made.
                    Maybe it was not copied with the directory: bring it back from a safe copy.""".formatted(file(CURRENT), keys));
        }
        return this;
    }

    /** Whether it was made already. */
    public boolean exists() {
        return Files.exists(file(CURRENT));
    }

    @Override
    public byte[] current() {
        return read(CURRENT).orElseGet(() -> made(CURRENT));
    }

    @Override
    public Optional<byte[]> pending() {
        return read(NEXT);
    }

    @Override
    public byte[] next() {
        return pending().orElseGet(() -> made(NEXT));
    }

    @Override
    public void promote() {
        try {
            if (Files.exists(file(NEXT))) {
                OwnerOnly.replace(file(NEXT), file(CURRENT));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The new master key in %s cannot take the old one's place.".formatted(directory), failed);
        }
    }

    private Optional<byte[]> read(String name) {
        var file = file(name);
        try {
            return Files.exists(file) ? Optional.of(checked(file, bytes(file))) : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "%s cannot be read.%nMaybe it belongs to another account.".formatted(file), failed);
        }
    }

    private static byte[] bytes(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(file.length(), 1 << 10)];
            file.readFully(bytes);
            return bytes;
        }
    }

    private static byte[] checked(Path file, byte[] key) {
        if (key.length != BYTES) {
            throw new KeysUnusable("""
                    %s has %d bytes, a master key has %d.
                    Maybe another file was put in its place: bring it back from a safe copy.""".formatted(file, key.length, BYTES));
        }
        return key;
    }

    private byte[] made(String name) {
        var key = material.bytes(BYTES);
        try {
            OwnerOnly.directory(directory);
            write(file(BEGUN), key);
            OwnerOnly.replace(file(BEGUN), file(name));
            return key;
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "No master key can be written to %s.%nMaybe the disk is full or write-protected."
                            .formatted(directory),
                    failed);
        }
    }

    private static void write(Path file, byte[] key) throws IOException {
        OwnerOnly.file(file);
        try (var opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.write(key);
            opened.getFD().sync();
        }
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    @Override
    public String toString() {
        return "master key in " + directory;
    }
}
