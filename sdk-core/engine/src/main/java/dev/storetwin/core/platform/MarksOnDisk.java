package dev.storetwin.core.platform;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.Moments;
import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.SmallFile;
import dev.storetwin.core.platform.ReadingMark.OpenReading;
import dev.storetwin.platform.ResourceKind;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Marks in one small file per platform, replaced as a whole with each page that was applied. A file that cannot be read costs time and
 * nothing else: then everything is read again.
 */
public final class MarksOnDisk implements ReadingMarks {

    private static final int FORMAT = 0x53544d01;

    private final SmallFile file;
    private final Map<ResourceKind, ReadingMark> marks = new EnumMap<>(ResourceKind.class);

    private MarksOnDisk(SmallFile file) throws IOException {
        this.file = file;
        file.read(MarksOnDisk::decoded).ifPresent(marks::putAll);
    }

    /**
     * Those of one platform; none when there is no file yet.
     *
     * @param directory of marks alone, made when missing
     */
    public static MarksOnDisk in(Disk disk, Path directory, Source platform) throws IOException {
        disk.createDirectories(directory);
        return new MarksOnDisk(new SmallFile(disk, directory, FileName.of(platform) + ".marks", FORMAT));
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
            file.replace(encoded(next));
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "%s could not be written.\nMaybe the disk is full; what was applied is kept."
                            .formatted(file.path()),
                    failed);
        }
        marks.put(mark.kind(), mark);
    }

    private static byte[] encoded(Map<ResourceKind, ReadingMark> marks) {
        var body = new ByteWriter().writeVarint(marks.size());
        marks.values().forEach(it -> write(it, body));
        return body.toByteArray();
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

    private static Map<ResourceKind, ReadingMark> decoded(byte[] content) {
        var in = new ByteReader(content);
        var marks = new EnumMap<ResourceKind, ReadingMark>(ResourceKind.class);
        for (int left = in.readCount(); left > 0; left--) {
            var mark = mark(in);
            marks.put(mark.kind(), mark);
        }
        in.expectEnd();
        return marks;
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
