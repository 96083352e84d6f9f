package dev.storetwin.core.journal;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.binary.MalformedBytes;
import dev.storetwin.core.journal.Disk.OpenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is replaced as a whole: after a crash it holds the old content or the new one. For what can be done without: a file that cannot
 * be read is logged, and counts as missing.
 */
public final class SmallFile {

    private static final Logger LOG = LoggerFactory.getLogger(SmallFile.class);

    private static final int LONGEST = 16 << 20;

    private final Disk disk;
    private final Path directory;
    private final Path path;
    private final int format;

    /**
     * @param directory that exists
     * @param format    stands at its beginning; a file of another format is not read
     */
    public SmallFile(Disk disk, Path directory, String name, int format) {
        this.disk = disk;
        this.directory = directory;
        this.path = directory.resolve(name);
        this.format = format;
    }

    public Path path() {
        return path;
    }

    /**
     * Its content.
     *
     * @param decoder reads all of it, or throws {@link MalformedBytes} or {@link IllegalArgumentException}
     * @return empty when there is no file, or none that can be read
     */
    public <T> Optional<T> read(Function<byte[], T> decoder) throws IOException {
        if (!disk.exists(path)) {
            return Optional.empty();
        }
        try (OpenFile open = disk.openToRead(path)) {
            var bytes = ByteBuffer.allocate((int) Math.min(open.size(), LONGEST));
            open.read(bytes, 0);
            return Optional.of(decode(new ByteReader(bytes.array(), 0, bytes.position()), decoder));
        } catch (MalformedBytes | IllegalArgumentException unreadable) {
            LOG.warn("{} cannot be read and is begun anew: {}", path, unreadable.getMessage());
            return Optional.empty();
        }
    }

    private <T> T decode(ByteReader in, Function<byte[], T> decoder) {
        int found = in.readInt();
        var sum = new Fingerprint(in.readLong(), in.readLong());
        var body = in.readRaw(in.remaining());
        if (found != format || !sum.equals(Fingerprint.of(body))) {
            throw new IllegalArgumentException("it is of another format or damaged");
        }
        return decoder.apply(body);
    }

    /** Returns when the new content will survive a loss of power; when it throws the old one may stand. */
    public void replace(byte[] content) throws IOException {
        var sum = Fingerprint.of(content);
        var bytes = new ByteWriter(content.length + 20)
                .writeInt(format)
                .writeLong(sum.high())
                .writeLong(sum.low())
                .writeRaw(content, 0, content.length)
                .toByteArray();
        var unfinished = path.resolveSibling(path.getFileName() + ".new");
        disk.delete(unfinished);
        try (OpenFile open = disk.create(unfinished)) {
            open.write(ByteBuffer.wrap(bytes), 0);
            open.force();
        }
        disk.rename(unfinished, path);
        disk.forceDirectory(directory);
    }
}
