package dev.storetwin.core.platform;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.DiskFailed;
import dev.storetwin.core.journal.Journal;
import dev.storetwin.core.journal.JournalSettings;
import dev.storetwin.platform.InboxSettings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The inbox on disk: letters that came, and which of them are done. For one thread. */
final class InboxLog implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(InboxLog.class);

    private static final int LETTER = 0;
    private static final int DONE = 1;

    private final Journal journal;
    private final Sealing sealing;

    private InboxLog(Journal journal, Sealing sealing) {
        this.journal = journal;
        this.sealing = sealing;
    }

    static InboxLog open(Disk disk, Path directory, InboxSettings settings, Sealing sealing) throws IOException {
        var journal = Journal.open(disk, directory, JournalSettings.DEFAULT.withSegmentBytes(settings.segmentBytes()));
        return new InboxLog(journal, sealing);
    }

    /** Letters that are not done, by number. */
    SortedMap<Long, Letter> read() throws IOException {
        var letters = new TreeMap<Long, Letter>();
        try (var cursor = journal.read(journal.firstPosition())) {
            while (cursor.advance()) {
                var in = new ByteReader(cursor.record());
                if (in.readChoice(DONE + 1) == DONE) {
                    letters.remove(in.readVarint());
                } else {
                    letter(cursor.position(), in).ifPresent(it -> letters.put(it.number(), it));
                }
            }
        }
        return letters;
    }

    private Optional<Letter> letter(long number, ByteReader in) {
        boolean signed = in.readBoolean();
        var parked = Optional.of(in.readString()).filter(it -> !it.isEmpty());
        var content = sealing.open(in.readBytes());
        if (content.isEmpty()) {
            LOG.warn("Message {} of the inbox was erased before it was applied", number);
        }
        return content.map(it -> new Letter(number, Letter.message(it), signed, parked));
    }

    /** Keeps letters durably, in their order, and says where; with them goes what was noted as done before. */
    List<Letter> keep(Collection<Letter> letters) throws DiskFailed {
        var records = new ArrayList<byte[]>();
        for (var letter : letters) {
            records.add(new ByteWriter()
                    .writeByte(LETTER)
                    .writeBoolean(letter.signed())
                    .writeString(letter.parked().orElse(""))
                    .writeBytes(sealing.seal(letter.content()))
                    .toByteArray());
        }
        sealing.force();
        long number = journal.append(records);
        journal.commit();
        var kept = new ArrayList<Letter>();
        for (var letter : letters) {
            kept.add(letter.at(number++));
        }
        return kept;
    }

    /** Not forced: when it is lost, the letter is applied again. */
    void done(long number) throws DiskFailed {
        journal.append(
                List.of(new ByteWriter().writeByte(DONE).writeVarint(number).toByteArray()));
    }

    /** Takes the log into use again after the disk has failed. What was noted as done since the last force is forgotten. */
    void recover() throws DiskFailed {
        journal.rewind();
    }

    /** How many records lie between the oldest letter that is open and the end. */
    long span(long oldest) {
        return journal.nextPosition() - oldest;
    }

    /** Files that hold nothing from this number on go. */
    void forget(long before) throws DiskFailed {
        journal.deleteBefore(before);
    }

    /** Nothing is open: even the file that is written goes, and the next one begins. */
    void forgetAll() throws DiskFailed {
        journal.commit();
        long end = journal.rewind();
        done(end);
        journal.commit();
        journal.deleteBefore(end);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
