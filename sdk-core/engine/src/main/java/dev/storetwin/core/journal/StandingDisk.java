package dev.storetwin.core.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A disk on which nothing is made anew within a directory that vanished: what it held would seem never to have been. */
record StandingDisk(Disk disk, Path root) implements Disk {

    /** @throws DiskFailed when it lies within the root and that is gone */
    @Override
    public void createDirectories(Path directory) throws IOException {
        if (directory.startsWith(root) && !disk.exists(root)) {
            throw DiskFailed.gone(root);
        }
        disk.createDirectories(directory);
    }

    @Override
    public OpenFile create(Path file) throws IOException {
        return disk.create(file);
    }

    @Override
    public OpenFile open(Path file) throws IOException {
        return disk.open(file);
    }

    @Override
    public OpenFile openToRead(Path file) throws IOException {
        return disk.openToRead(file);
    }

    @Override
    public boolean exists(Path file) throws IOException {
        return disk.exists(file);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        return disk.list(directory);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        disk.forceDirectory(directory);
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        return disk.lock(file);
    }
}
