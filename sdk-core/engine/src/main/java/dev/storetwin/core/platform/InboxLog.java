package dev.storetwin.core.platform;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.journal.DiskFailed;
import dev.storetwin.core.journal.Journal;
import dev.storetwin.core.journal.JournalSettings;
import dev.storetwin.platform.InboxSettings;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inbox on disk: letters that came, and what became of them. For one thread.
 *
 * <p>After a failure of the disk it goes on with the next call, if the disk does. What was noted since the last letter was kept may be
 * forgotten then.
 */
final class InboxLog implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(InboxLog.class);

    /** As letters were written before their key had a number. */
    private static final int FIRST_LETTER = 0;

    private static final int DONE = 1;
    private static final int PARKED = 2;
    /** As moved letters were written before their key had a number. */
    private static final int FIRST_MOVED = 3;

    private static final int LETTER = 4;
    private static final int MOVED = 5;

    /** Letters that are written anew at a stroke. */
    private static final int STROKE = 256;

    private final Journal journal;
    private final Sealing sealing;

    private InboxLog(Journal journal, Sealing sealing) {
        this.journal = journal;
        this.sealing = sealing;
    }

    static InboxLog open(InboxPlace place, InboxSettings settings) throws IOException {
        var segments = JournalSettings.DEFAULT.withSegmentBytes(settings.segmentBytes());
        return new InboxLog(Journal.open(place.disk(), place.directory(), segments), place.sealing());
    }

    /** Letters that are not done, by number. */
    SortedMap<Long, Letter> read() throws IOException {
        var letters = new TreeMap<Long, Letter>();
        try (var cursor = journal.read(journal.firstPosition())) {
            while (cursor.advance()) {
                read(cursor.position(), new ByteReader(cursor.record()), letters);
            }
        }
        return letters;
    }

    private void read(long place, ByteReader in, SortedMap<Long, Letter> letters) {
        switch (in.readChoice(MOVED + 1)) {
            case FIRST_LETTER -> put(place, place, 0, in, letters);
            case FIRST_MOVED -> put(in.readVarint(), place, 0, in, letters);
            case LETTER -> put(place, place, key(in), in, letters);
            case MOVED -> put(in.readVarint(), place, key(in), in, letters);
            case PARKED -> park(in.readVarint(), in.readString(), letters);
            default -> letters.remove(in.readVarint());
        }
    }

    private static int key(ByteReader in) {
        return Math.toIntExact(in.readVarint());
    }

    private void put(long number, long place, int key, ByteReader in, SortedMap<Long, Letter> letters) {
        boolean signed = in.readBoolean();
        var parked = Optional.of(in.readString()).filter(it -> !it.isEmpty());
        var content = sealing.open(key, in.readBytes());
        if (content.isPresent()) {
            letters.put(number, new Letter(number, place, Letter.message(content.get()), signed, parked));
        } else {
            LOG.warn("Message {} of the inbox was erased before it was applied", number);
            letters.remove(number);
        }
    }

    private static void park(long number, String reason, SortedMap<Long, Letter> letters) {
        letters.computeIfPresent(number, (same, letter) -> letter.parkedFor(reason));
    }

    /** Keeps new letters durably, in their order, and says where; with them goes what was noted before. */
    List<Letter> keep(Collection<Letter> letters) throws DiskFailed {
        var records = new ArrayList<byte[]>();
        for (var letter : letters) {
            records.add(content(new ByteWriter().writeByte(LETTER), letter));
        }
        long place = write(records);
        var kept = new ArrayList<Letter>();
        for (var letter : letters) {
            kept.add(letter.numbered(place++));
        }
        return kept;
    }

    /** Writes letters anew, durably, as they are now; each replaces the one of its number. */
    List<Letter> move(List<Letter> letters) throws DiskFailed {
        var moved = new ArrayList<Letter>();
        for (int from = 0; from < letters.size(); from += STROKE) {
            moved.addAll(moveSome(letters.subList(from, Math.min(letters.size(), from + STROKE))));
        }
        return moved;
    }

    private List<Letter> moveSome(List<Letter> letters) throws DiskFailed {
        var records = new ArrayList<byte[]>();
        for (var letter : letters) {
            records.add(content(new ByteWriter().writeByte(MOVED).writeVarint(letter.number()), letter));
        }
        long place = write(records);
        var moved = new ArrayList<Letter>();
        for (var letter : letters) {
            moved.add(letter.at(place++));
        }
        return moved;
    }

    /**
     * Makes all other letters unreadable, in every copy of the files: those that were delivered.
     *
     * @param letters all that are open; they are written anew
     */
    List<Letter> forgetOthers(List<Letter> letters) throws DiskFailed {
        sealing.renew();
        var moved = move(letters);
        if (moved.isEmpty()) {
            forgetAll();
        } else {
            forget(moved.get(0).place());
        }
        sealing.forgetOlder();
        return moved;
    }

    private byte[] content(ByteWriter out, Letter letter) {
        return out.writeVarint(sealing.key())
                .writeBoolean(letter.signed())
                .writeString(letter.parked().orElse(""))
                .writeBytes(sealing.seal(letter.content()))
                .toByteArray();
    }

    /** All are sealed before the first is written. Each is a frame of its own: together they may be larger than a frame can be. */
    private long write(List<byte[]> records) throws DiskFailed {
        sealing.force();
        long first = usable().nextPosition();
        for (var written : records) {
            journal.append(List.of(written));
        }
        journal.commit();
        return first;
    }

    private Journal usable() throws DiskFailed {
        if (journal.hasFailed()) {
            journal.rewind();
        }
        return journal;
    }

    /** Not forced: when it is lost, the letter is applied again. */
    void done(long number) throws DiskFailed {
        note(new ByteWriter().writeByte(DONE).writeVarint(number));
    }

    /** Not forced: when it is lost, the letter is tried again. */
    void parked(long number, String reason) throws DiskFailed {
        note(new ByteWriter().writeByte(PARKED).writeVarint(number).writeString(reason));
    }

    private void note(ByteWriter words) throws DiskFailed {
        usable().append(List.of(words.toByteArray()));
    }

    /** Makes what was noted last. */
    void commit() throws DiskFailed {
        usable().commit();
    }

    /** How many records lie between this place and the end. */
    long span(long place) {
        return journal.nextPosition() - place;
    }

    /** Files that hold nothing from this place on go. */
    void forget(long before) throws DiskFailed {
        usable().deleteBefore(before);
    }

    /** Nothing is open: even the file that is written goes, and the next one begins. */
    void forgetAll() throws DiskFailed {
        usable().commit();
        long end = journal.rewind();
        done(end);
        journal.commit();
        journal.deleteBefore(end);
    }

    /** What was noted lasts, as far as the disk allows. */
    @Override
    public void close() throws IOException {
        try {
            commit();
        } finally {
            journal.close();
        }
    }
}
