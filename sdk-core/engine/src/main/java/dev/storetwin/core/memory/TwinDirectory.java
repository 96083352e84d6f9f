package dev.storetwin.core.memory;

import dev.storetwin.core.binary.MalformedBytes;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.event.EventReader;
import dev.storetwin.core.journal.Alarm;
import dev.storetwin.core.journal.DataDirectory;
import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.DurabilityOptions;
import dev.storetwin.core.journal.Journal;
import dev.storetwin.core.journal.JournalCursor;
import dev.storetwin.core.journal.JournalSettings;
import dev.storetwin.core.journal.Retention;
import dev.storetwin.core.journal.Snapshots;
import dev.storetwin.core.journal.archive.RunRef;
import dev.storetwin.core.journal.archive.RunStore;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.StateImage;
import dev.storetwin.core.state.Workers;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.SubjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One twin's place on disk: its journal, its snapshots, and how a state is made of them again.
 *
 * <p>A state is the newest snapshot that is not beyond it and the events of the journal after that. The journal alone is the truth:
 * snapshots only save time.
 */
final class TwinDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(TwinDirectory.class);

    private static final int BATCH = 4_096;

    private final DataDirectory directory;
    private final Journal journal;
    private final Snapshots snapshots;
    private final RunStore runs;
    private final DurabilityOptions options;
    private final EventCodec codec;
    private final ShopState empty;
    private final Workers workers;
    private final Set<RunRef> whole = new HashSet<>();

    private TwinDirectory(
            DataDirectory directory,
            Journal journal,
            Snapshots snapshots,
            RunStore runs,
            DurabilityOptions options,
            EventCodec codec,
            ShopState empty,
            Workers workers) {
        this.directory = directory;
        this.journal = journal;
        this.snapshots = snapshots;
        this.runs = runs;
        this.options = options;
        this.codec = codec;
        this.empty = empty;
        this.workers = workers;
    }

    /**
     * Opens what lies in a directory, or begins it.
     *
     * @param alarm   tells when events have to be forced for their age; closed with this
     * @param codec   seals with the keys that the directory's events were sealed with
     * @param empty   the shop before its first event
     * @param workers fold many events at once
     * @throws IOException when it belongs to another shop, or cannot be read; nothing was changed then
     */
    static TwinDirectory open(
            DataDirectory directory,
            DurabilityOptions options,
            Alarm alarm,
            EventCodec codec,
            ShopState empty,
            Workers workers)
            throws IOException {
        var preamble = Preamble.of(empty.zone(), empty.currency());
        var settings = JournalSettings.DEFAULT
                .withForcePolicy(options.force())
                .withSegmentBytes(options.segmentBytes())
                .withPreamble(preamble.toBytes());
        var journal = Journal.open(directory.disk(), directory.journal(), settings, alarm, directory.closedAt());
        try {
            requireSameShop(journal, preamble, directory.path());
            var snapshots = Snapshots.open(directory.disk(), directory.snapshots());
            var runs = RunStore.open(directory.disk(), directory.archive());
            return new TwinDirectory(directory, journal, snapshots, runs, options, codec, empty, workers);
        } catch (IOException | RuntimeException unusable) {
            journal.close();
            throw unusable;
        }
    }

    private static void requireSameShop(Journal journal, Preamble preamble, Path directory) throws IOException {
        try (var cursor = journal.read(journal.firstPosition())) {
            if (cursor.advance()) {
                preamble.requireSameShop(Preamble.parse(cursor.preamble()), directory);
            }
        }
    }

    Disk disk() {
        return directory.disk();
    }

    Path path() {
        return directory.path();
    }

    /**
     * The state of all that is kept.
     *
     * @param tend puts its documents where they belong
     * @throws IOException also when the events before the journal's first are in no snapshot that can be read
     */
    ShopState recover(UnaryOperator<ShopState> tend) throws IOException {
        requireJournalUpTo(lastSnapshot());
        try {
            var state = stateAt(journal.durablePosition(), tend);
            tidyArchive();
            return state;
        } catch (IllegalArgumentException missing) {
            throw new IOException("""
                    The journal in %s begins at %d, and no snapshot that can be read holds what lies before.
                    Maybe a copy of the snapshots is intact: put it back from the backup, and check the disk.""".formatted(directory.path(), journal.firstPosition()), missing);
        }
    }

    /** A snapshot is written when the journal before it is on disk: a journal that ends earlier lost acknowledged events to damage. */
    private void requireJournalUpTo(long revision) throws IOException {
        if (revision > journal.durablePosition()) {
            throw new IOException("""
                    The journal in %s ends at %d, and there is a snapshot of revision %d: acknowledged events are missing.
                    Maybe a copy of the journal is intact: put it back from the backup, and check the disk.""".formatted(directory.path(), journal.durablePosition(), revision));
        }
    }

    /**
     * The state at a revision.
     *
     * @throws IllegalArgumentException when it lies before what is kept, or after it
     */
    ShopState stateAt(long revision) throws IOException {
        return stateAt(revision, UnaryOperator.identity());
    }

    private ShopState stateAt(long revision, UnaryOperator<ShopState> tend) throws IOException {
        var snapshot = snapshots.readNewest(revision, in -> StateImage.read(in, codec, workers, runs::find));
        return replay(snapshot.map(Snapshots.Loaded::content).orElse(empty), revision, tend);
    }

    private ShopState replay(ShopState from, long until, UnaryOperator<ShopState> tend) throws IOException {
        var state = tend.apply(from);
        try (var cursor = journal.read(from.revision())) {
            var events = new EventSource(cursor, until);
            for (var batch = events.next(); !batch.isEmpty(); batch = events.next()) {
                state = tend.apply(state.after(batch, workers).state());
                if (state.revision() != cursor.position() + 1) {
                    throw new IOException(
                            "The journal in %s ends a batch at %d, and its events make revision %d.\nMaybe a newer release wrote it."
                                    .formatted(directory.path(), cursor.position() + 1, state.revision()));
                }
            }
        }
        return state;
    }

    /** Events of the journal, in batches. */
    private final class EventSource {

        private final JournalCursor cursor;
        private final long until;
        private EventReader reader = codec.reader(EventCodec.types());
        private int segment = -1;

        EventSource(JournalCursor cursor, long until) {
            this.cursor = cursor;
            this.until = until;
        }

        List<EncodedEvent> next() throws IOException {
            var batch = new ArrayList<EncodedEvent>(BATCH);
            while (batch.size() < BATCH && cursor.position() + 1 < until && cursor.advance()) {
                batch.add(read(cursor.record()));
            }
            return batch;
        }

        Optional<EncodedEvent> one() throws IOException {
            return cursor.advance() ? Optional.of(read(cursor.record())) : Optional.empty();
        }

        /** One by one; a disk that fails on the way is an {@link UncheckedIOException}. */
        Iterator<TwinEvent> decoded() {
            return Stream.generate(this::batch)
                    .takeWhile(it -> !it.isEmpty())
                    .flatMap(List::stream)
                    .map(codec::decode)
                    .iterator();
        }

        private List<EncodedEvent> batch() {
            try {
                return next();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private EncodedEvent read(byte[] record) throws IOException {
            if (cursor.segment() != segment) {
                segment = cursor.segment();
                reader = codec.reader(Preamble.parse(cursor.preamble()).types());
            }
            return reader.read(record, 0, record.length);
        }
    }

    /** All events that the journal still holds, with personal values whose keys stand. */
    KeptEvents history() throws IOException {
        var cursor = journal.read(journal.firstPosition());
        var events = new EventSource(cursor, journal.durablePosition());
        return new KeptEvents() {
            @Override
            public Iterator<TwinEvent> iterator() {
                return events.decoded();
            }

            @Override
            public void close() throws IOException {
                cursor.close();
            }
        };
    }

    /** Hands on the events of the journal that name one of these persons, oldest first. */
    void eachNaming(Collection<SubjectId> subjects, Consumer<TwinEvent> consumer) throws IOException {
        var search = new NameSearch(subjects);
        try (var cursor = journal.read(journal.firstPosition())) {
            var events = new EventSource(cursor, journal.durablePosition());
            while (cursor.advance(search)) {
                consumer.accept(codec.decode(events.read(cursor.record())));
            }
        }
    }

    /** What was known earlier, told from what is kept now. */
    JournalHistory recollection() {
        return new JournalHistory(new Kept(), empty, workers);
    }

    private final class Kept implements JournalHistory.Source {

        @Override
        public long first() {
            return journal.firstPosition();
        }

        @Override
        public ShopState stateAt(long revision) throws IOException {
            return TwinDirectory.this.stateAt(revision);
        }

        @Override
        public JournalHistory.Events events(long from) {
            var cursor = journal.read(from);
            var events = new EventSource(cursor, journal.durablePosition());
            return new JournalHistory.Events() {
                @Override
                public Optional<EncodedEvent> next() throws IOException {
                    return events.one();
                }

                @Override
                public void close() throws IOException {
                    cursor.close();
                }
            };
        }
    }

    EventLog log(JournalLog.Keys keys) {
        return new JournalLog(journal, keys);
    }

    /**
     * Writes a state down, so that the next start begins with it, and removes what need not be kept. The journal is never behind a
     * snapshot: what is in one is on disk.
     */
    void snapshot(ShopState state) throws IOException {
        journal.force();
        snapshots.write(state.revision(), out -> StateImage.write(state, out));
        new Retention(options.snapshotsKept(), options.history()).apply(snapshots, journal, this::isWhole);
        tidyArchive();
    }

    /** With all runs that it names; each of these is read through once. */
    private boolean isWhole(long position) throws IOException {
        if (!snapshots.isWhole(position)) {
            return false;
        }
        for (var run : snapshots.readBeginning(position, StateImage::runs)) {
            if (!whole.contains(run) && !runs.isWhole(run)) {
                return false;
            }
            whole.add(run);
        }
        return true;
    }

    /** Removes runs that no snapshot needs. While a snapshot does not say what it needs, nothing is removed. */
    private void tidyArchive() {
        try {
            var needed = new HashSet<RunRef>();
            for (long position : snapshots.positions()) {
                needed.addAll(snapshots.readBeginning(position, StateImage::runs));
            }
            runs.keep(needed);
        } catch (IOException | MalformedBytes unclear) {
            LOG.warn("{} is not tidied now; it costs room, nothing else", directory.archive(), unclear);
        }
    }

    /** @param executor does the work that nobody waits for */
    Archivist archivist(Executor executor) {
        return new Archivist(runs, codec, options.documentBytes(), executor);
    }

    /** After this a state of this directory tells nothing any more of a document that lies in the archive. */
    void closeArchive() throws IOException {
        runs.close();
    }

    /** Revision of the newest snapshot; 0 when there is none. */
    long lastSnapshot() throws IOException {
        var positions = snapshots.positions();
        return positions.isEmpty() ? 0 : positions.get(positions.size() - 1);
    }
}
