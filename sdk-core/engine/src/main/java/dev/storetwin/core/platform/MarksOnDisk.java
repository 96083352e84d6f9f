package dev.storetwin.core.platform;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.binary.MalformedBytes;
import dev.storetwin.core.binary.Moments;
import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.Disk.OpenFile;
import dev.storetwin.core.platform.ReadingMark.OpenReading;
import dev.storetwin.platform.ResourceKind;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks in one small file per platform, replaced as a whole with each page that was applied. A file that cannot be read costs time and
 * nothing else: then everything is read again.
 */
public final class MarksOnDisk implements ReadingMarks {

    private static final Logger LOG = LoggerFactory.getLogger(MarksOnDisk.class);

    private static final int FORMAT = 0x53544d01;
    private static final int LONGEST = 1 << 20;

    private final Disk disk;
    private final Path directory;
    private final Path file;
    private final Map<ResourceKind, ReadingMark> marks = new EnumMap<>(ResourceKind.class);

    private MarksOnDisk(Disk disk, Path directory, String name) {
        this.disk = disk;
        this.directory = directory;
        this.file = directory.resolve(name);
    }

    /**
     * Those of one platform; none when there is no file yet.
     *
     * @param directory of marks alone, made when missing
     */
    public static MarksOnDisk in(Disk disk, Path directory, Source platform) throws IOException {
        disk.createDirectories(directory);
        var name = Fingerprint.of(platform.value().getBytes(StandardCharsets.UTF_8)) + ".marks";
        var onDisk = new MarksOnDisk(disk, directory, name);
        if (disk.exists(onDisk.file)) {
            onDisk.load();
        }
        return onDisk;
    }

    @Override
    public synchronized ReadingMark read(ResourceKind kind) {
        return marks.getOrDefault(kind, ReadingMark.unread(kind));
    }

    /** @throws UncheckedIOException when it cannot be made to last; then the old mark stands */
    @Override
    public synchronized void write(ReadingMark mark) {
        var next = new EnumMap<>(marks);
        next.put(mark.kind(), mark);
        try {
            replace(encoded(next));
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "%s could not be written.\nMaybe the disk is full; what was applied is kept.".formatted(file),
                    failed);
        }
        marks.put(mark.kind(), mark);
    }

    private void replace(byte[] bytes) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        disk.delete(unfinished);
        try (OpenFile open = disk.create(unfinished)) {
            open.write(ByteBuffer.wrap(bytes), 0);
            open.force();
        }
        disk.rename(unfinished, file);
        disk.forceDirectory(directory);
    }

    private static byte[] encoded(Map<ResourceKind, ReadingMark> marks) {
        var body = new ByteWriter().writeVarint(marks.size());
        marks.values().forEach(it -> write(it, body));
        var bytes = body.toByteArray();
        var sum = Fingerprint.of(bytes);
        return new ByteWriter()
                .writeInt(FORMAT)
                .writeLong(sum.high())
                .writeLong(sum.low())
                .writeRaw(bytes, 0, bytes.length)
                .toByteArray();
    }

    private static void write(ReadingMark mark, ByteWriter out) {
        out.writeString(mark.kind().name());
        write(mark.readUpTo(), out, Moments::write);
        write(mark.wholeAt(), out, Moments::write);
        out.writeBoolean(mark.wholeNext());
        write(mark.open(), out, MarksOnDisk::write);
        out.writeVarint(mark.failures());
        write(mark.again(), out, Moments::write);
    }

    private static void write(OpenReading reading, ByteWriter out) {
        Moments.write(reading.begunAt(), out);
        write(reading.changedSince(), out, Moments::write);
        write(reading.cursor(), out, (cursor, to) -> to.writeString(cursor));
    }

    private static <T> void write(Optional<T> value, ByteWriter out, BiConsumer<T, ByteWriter> as) {
        out.writeBoolean(value.isPresent());
        value.ifPresent(it -> as.accept(it, out));
    }

    private void load() throws IOException {
        try (OpenFile open = disk.openToRead(file)) {
            var bytes = ByteBuffer.allocate((int) Math.min(open.size(), LONGEST));
            open.read(bytes, 0);
            decode(new ByteReader(bytes.array(), 0, bytes.position()));
        } catch (MalformedBytes | IllegalArgumentException unreadable) {
            marks.clear();
            LOG.warn(
                    "{} cannot be read, so all lists of the platform are read again: {}",
                    file,
                    unreadable.getMessage());
        }
    }

    private void decode(ByteReader in) {
        int format = in.readInt();
        var sum = new Fingerprint(in.readLong(), in.readLong());
        var body = in.readRaw(in.remaining());
        if (format != FORMAT || !sum.equals(Fingerprint.of(body))) {
            throw new IllegalArgumentException("it is of another format or damaged");
        }
        var content = new ByteReader(body);
        for (int left = content.readCount(); left > 0; left--) {
            var mark = mark(content);
            marks.put(mark.kind(), mark);
        }
        content.expectEnd();
    }

    private static ReadingMark mark(ByteReader in) {
        return new ReadingMark(
                ResourceKind.valueOf(in.readString()),
                moment(in),
                moment(in),
                in.readBoolean(),
                optional(in, it -> new OpenReading(Moments.read(it), moment(it), optional(it, ByteReader::readString))),
                Math.toIntExact(in.readVarint()),
                moment(in));
    }

    private static Optional<Instant> moment(ByteReader in) {
        return optional(in, Moments::read);
    }

    private static <T> Optional<T> optional(ByteReader in, Function<ByteReader, T> read) {
        return in.readBoolean() ? Optional.of(read.apply(in)) : Optional.empty();
    }
}
