package dev.storetwin.core.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * States written down beside the journal, each named by its position: all records below it are in it.
 *
 * <p>A snapshot only saves time, so a damaged one is passed over for an older one. It appears under its name at one stroke, when it is
 * whole and on disk. One thread writes and deletes; any may read.
 */
public final class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final Pattern NAME = Pattern.compile("(\\d{18})\\.snapshot");
    private static final String UNFINISHED = ".new";

    private final Disk disk;
    private final Path directory;

    private Snapshots(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    /** Opens the snapshots of a directory, which is made when missing. What a crash left unfinished is removed. */
    public static Snapshots open(Disk disk, Path directory) throws IOException {
        Directories.make(disk, directory);
        for (Path file : disk.list(directory)) {
            if (file.getFileName().toString().endsWith(UNFINISHED)) {
                disk.delete(file);
            }
        }
        return new Snapshots(disk, directory);
    }

    /** Positions of all snapshots, ascending. */
    public List<Long> positions() throws IOException {
        var positions = new ArrayList<Long>();
        for (Path file : disk.list(directory)) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                positions.add(Long.parseLong(name.group(1)));
            }
        }
        Collections.sort(positions);
        return List.copyOf(positions);
    }

    /**
     * Writes a snapshot; when this returns it is on disk. The journal must have been forced up to its position before.
     *
     * @param position number of records that are in it
     */
    public void write(long position, Content content) throws DiskFailed {
        Path unfinished = directory.resolve(file(position).getFileName() + UNFINISHED);
        try {
            disk.delete(unfinished);
            try (SnapshotOutput out = SnapshotOutput.begin(disk.create(unfinished), position)) {
                content.writeTo(out);
                out.finish();
            }
            disk.rename(unfinished, file(position));
            disk.forceDirectory(directory);
        } catch (IOException failed) {
            remove(unfinished, failed);
            throw DiskFailed.of(file(position), "written", failed);
        }
    }

    private void remove(Path unfinished, IOException why) {
        try {
            disk.delete(unfinished);
        } catch (IOException also) {
            why.addSuppressed(also);
        }
    }

    /**
     * Reads the newest snapshot that is whole and not beyond a position.
     *
     * @param upTo   such as the journal's durable position, or the revision that a question is about
     * @param reader may throw an {@link IOException} when it cannot use what it reads: then an older one is tried
     * @return empty when there is none, and all is to be read from the journal
     * @throws JournalRefused when one was written by a newer release
     */
    public <T> Optional<Loaded<T>> readNewest(long upTo, Reader<T> reader) throws IOException {
        var positions = new ArrayList<>(positions());
        Collections.reverse(positions);
        for (long position : positions) {
            Optional<T> content = position <= upTo ? read(position, reader) : Optional.empty();
            if (content.isPresent()) {
                return Optional.of(new Loaded<>(position, content.get()));
            }
        }
        return Optional.empty();
    }

    private <T> Optional<T> read(long position, Reader<T> reader) throws JournalRefused {
        try (SnapshotInput in = SnapshotInput.begin(disk.openToRead(file(position)), file(position), position)) {
            T content = reader.readFrom(in);
            in.finish();
            return Optional.of(content);
        } catch (JournalRefused newer) {
            throw newer;
        } catch (IOException unusable) {
            LOG.warn("{} cannot be used and is passed over; it costs time, nothing else", file(position), unusable);
            return Optional.empty();
        }
    }

    /**
     * Reads the beginning of a snapshot, as far as the reader goes.
     *
     * @throws IOException when it cannot be read that far
     */
    public <T> T readBeginning(long position, Reader<T> reader) throws IOException {
        try (SnapshotInput in = SnapshotInput.begin(disk.openToRead(file(position)), file(position), position)) {
            return reader.readFrom(in);
        }
    }

    /** Whether a snapshot can be read from beginning to end. */
    public boolean isWhole(long position) throws JournalRefused {
        return read(position, in -> in.transferTo(OutputStream.nullOutputStream()))
                .isPresent();
    }

    /** Removes all but so many of the newest. */
    public void keepNewest(int count) throws DiskFailed {
        try {
            List<Long> positions = positions();
            for (long position : positions.subList(0, Math.max(0, positions.size() - count))) {
                disk.delete(file(position));
            }
            disk.forceDirectory(directory);
        } catch (IOException failed) {
            throw DiskFailed.of(directory, "tidied", failed);
        }
    }

    private Path file(long position) {
        return directory.resolve("%018d.snapshot".formatted(position));
    }

    /** What is written into a snapshot. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What makes a state of a snapshot's bytes. It only ever sees bytes that were checked. */
    @FunctionalInterface
    public interface Reader<T> {
        T readFrom(InputStream in) throws IOException;
    }

    /**
     * A snapshot that was read.
     *
     * @param position number of records that are in it; the journal goes on from here
     */
    public record Loaded<T>(long position, T content) {}
}
