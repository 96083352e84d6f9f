package dev.storetwin.core.state.quality;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.event.EventReader;
import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.DiskFailed;
import dev.storetwin.core.journal.Journal;
import dev.storetwin.core.journal.JournalSettings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The quarantine on disk: what came in and what left, in order. When most of it has left, the rest is written anew and the old files go.
 */
final class QuarantineLog implements Closeable {

    private static final int KEPT = 0;
    private static final int LEFT = 1;
    private static final int EMPTIED = 2;
    private static final long SEGMENT_BYTES = 1L << 20;
    private static final long LEAST_RECORDS = 1_000;

    private final Journal journal;
    private final EventCodec codec;
    private long start;

    private QuarantineLog(Journal journal, EventCodec codec) {
        this.journal = journal;
        this.codec = codec;
        this.start = journal.firstPosition();
    }

    static QuarantineLog open(Disk disk, Path directory, EventCodec codec) throws IOException {
        var settings = JournalSettings.DEFAULT
                .withSegmentBytes(SEGMENT_BYTES)
                .withPreamble(EventCodec.types().getBytes(StandardCharsets.UTF_8));
        return new QuarantineLog(Journal.open(disk, directory, settings), codec);
    }

    /** What is in it, by ticket. */
    SortedMap<Long, KeptEvent> read() throws IOException {
        var kept = new TreeMap<Long, KeptEvent>();
        var readers = new HashMap<ByteBuffer, EventReader>();
        try (var cursor = journal.read(journal.firstPosition())) {
            while (cursor.advance()) {
                var reader = readers.computeIfAbsent(
                        cursor.preamble(),
                        it -> codec.reader(
                                StandardCharsets.UTF_8.decode(it.duplicate()).toString()));
                apply(new ByteReader(cursor.record()), reader, kept);
            }
        }
        return kept;
    }

    private static void apply(ByteReader in, EventReader reader, SortedMap<Long, KeptEvent> kept) {
        switch (in.readChoice(EMPTIED + 1)) {
            case KEPT -> {
                var event = KeptEvent.read(in, reader);
                kept.put(event.ticket(), event);
            }
            case LEFT -> kept.remove(in.readVarint());
            default -> kept.clear();
        }
    }

    void keep(KeptEvent event) throws DiskFailed {
        journal.append(List.of(record(event)));
    }

    private static byte[] record(KeptEvent event) {
        var out = new ByteWriter().writeByte(KEPT);
        event.write(out);
        return out.toByteArray();
    }

    void leave(long ticket) throws DiskFailed {
        journal.append(
                List.of(new ByteWriter().writeByte(LEFT).writeVarint(ticket).toByteArray()));
    }

    /** Returns when all is on disk. */
    void force() throws DiskFailed {
        journal.commit();
    }

    /** Whether it is mostly about events that have left. */
    boolean isWorthRewriting(int kept) {
        return journal.nextPosition() - start > Math.max(LEAST_RECORDS, 4L * kept);
    }

    /** Begins anew with these, also after the disk has failed. Until they are on disk the old ones stay. */
    void rewrite(Collection<KeptEvent> kept) throws DiskFailed {
        long first = journal.rewind();
        var emptied = new ByteWriter().writeByte(EMPTIED).toByteArray();
        journal.append(Stream.concat(Stream.of(emptied), kept.stream().map(QuarantineLog::record))
                .toList());
        journal.commit();
        start = first;
        journal.deleteBefore(first);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
