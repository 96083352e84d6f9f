package dev.storetwin.core.event;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.Moments;
import dev.storetwin.core.crypto.PersonalCipher;
import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.DiskFailed;
import dev.storetwin.core.journal.Journal;
import dev.storetwin.core.journal.JournalSettings;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.SubjectId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who was forgotten, and when. Any thread may ask; one at a time adds.
 *
 * <p>What happened to a forgotten person before that moment gets no key any more, however late it is told. Afterwards nothing does either,
 * until the person comes back: places an order after that moment. From that order on values are sealed under a key of their own, so that
 * what was forgotten stays so.
 */
public final class Forgotten implements Closeable {

    private final Map<SubjectId, Forgetting> persons = new ConcurrentHashMap<>();
    private final @Nullable Place place;
    private @Nullable Journal journal;

    private Forgotten(@Nullable Place place) {
        this.place = place;
    }

    private record Place(Disk disk, Path directory) {

        Journal open() throws IOException {
            return Journal.open(disk, directory, JournalSettings.DEFAULT);
        }
    }

    private record Forgetting(int times, Instant last) {

        Forgetting again(Instant at) {
            return new Forgetting(times + 1, at.isAfter(last) ? at : last);
        }
    }

    /** For a twin that never writes to disk. */
    public static Forgotten nobody() {
        return new Forgotten(null);
    }

    /** Those who were written down in a directory of their own, which is made when the first of them is. */
    public static Forgotten open(Disk disk, Path directory) throws IOException {
        var forgotten = new Forgotten(new Place(disk, directory));
        if (disk.exists(directory)) {
            forgotten.read(forgotten.journal());
        }
        return forgotten;
    }

    private Journal journal() throws IOException {
        var known = journal;
        if (known == null) {
            if (place == null) {
                throw new IllegalStateException("Nobody is forgotten where nothing is kept.");
            }
            known = place.open();
            journal = known;
        }
        return known;
    }

    private void read(Journal kept) throws IOException {
        try (var cursor = kept.read(kept.firstPosition())) {
            while (cursor.advance()) {
                var in = new ByteReader(cursor.record());
                note(SubjectId.of(in.readString()), Moments.read(in));
            }
        } catch (IOException | RuntimeException unreadable) {
            kept.close();
            throw unreadable;
        }
    }

    private void note(SubjectId subject, Instant at) {
        persons.merge(subject, new Forgetting(1, at), (before, now) -> before.again(now.last()));
    }

    /** Whether nobody was ever forgotten, so that no event need be looked at. */
    public boolean isEmpty() {
        return persons.isEmpty();
    }

    /** Whether the person was forgotten at a moment, or later. */
    public boolean since(SubjectId subject, Instant moment) {
        var forgetting = persons.get(subject);
        return forgetting != null && !forgetting.last().isBefore(moment);
    }

    /** Writes down, durably, that these are forgotten. */
    public synchronized void add(Collection<SubjectId> subjects, Instant at) throws IOException {
        var kept = journal();
        if (kept.hasFailed()) {
            kept.rewind();
        }
        append(kept, subjects.stream().map(it -> record(it, at)).toList());
        subjects.forEach(it -> note(it, at));
    }

    private static void append(Journal kept, List<byte[]> records) throws DiskFailed {
        kept.append(records);
        kept.commit();
    }

    private static byte[] record(SubjectId subject, Instant at) {
        var out = new ByteWriter().writeString(subject.value());
        Moments.write(at, out);
        return out.toByteArray();
    }

    /** Under whose key what an event says of a person is sealed; empty when it is what was forgotten. */
    Optional<String> owner(SubjectId subject, TwinEvent event, PersonalCipher cipher) {
        var forgetting = persons.get(subject);
        if (forgetting == null) {
            return Optional.of(PersonalOwner.of(subject));
        }
        var owner = PersonalOwner.returned(subject, forgetting.times());
        return event.header().occurredAt().isAfter(forgetting.last())
                        && (event instanceof OrderPlaced || cipher.hasKey(owner))
                ? Optional.of(owner)
                : Optional.empty();
    }

    /** Every name under which a person may have had a key before they were last forgotten. */
    public SortedSet<String> owners(SubjectId subject) {
        var owners = new TreeSet<>(List.of(PersonalOwner.of(subject)));
        var forgetting = persons.get(subject);
        for (int times = 1; forgetting != null && times < forgetting.times(); times++) {
            owners.add(PersonalOwner.returned(subject, times));
        }
        return owners;
    }

    @Override
    public synchronized void close() throws IOException {
        if (journal != null) {
            journal.close();
        }
    }
}
