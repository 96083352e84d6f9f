package dev.storetwin.core.state.quality;

import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.journal.Directories;
import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.DiskFailed;
import dev.storetwin.core.journal.JournalRefused;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Quarantine;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps refused events, in memory and, with a directory, on disk. Any thread may call.
 *
 * <p>When there is no room the oldest goes, and is counted. What the disk does not take stays in memory, is logged, and is written when the
 * disk takes it again. Half a character, for which some are refused, is kept as a question mark.
 */
public final class RefusedEvents implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedEvents.class);

    private final EventCodec codec;
    private final int room;
    private final @Nullable QuarantineLog log;
    private final SortedMap<Long, KeptEvent> kept;
    private final Optional<Path> aside;
    private final Map<Fingerprint, Long> tickets = new HashMap<>();
    private final Map<Fingerprint, Trial> trials = new HashMap<>();
    private long next = 1;
    private long lost;
    private boolean isUnwritten;
    private boolean isClosed;

    private RefusedEvents(
            EventCodec codec,
            int room,
            @Nullable QuarantineLog log,
            SortedMap<Long, KeptEvent> kept,
            Optional<Path> aside) {
        if (room < 1) {
            throw new IllegalArgumentException(
                    "A quarantine needs room for one event at least, not %d.".formatted(room));
        }
        this.codec = codec;
        this.room = room;
        this.log = log;
        this.kept = kept;
        this.aside = aside;
        kept.values().forEach(it -> tickets.put(it.event().fingerprint(), it.ticket()));
        if (!kept.isEmpty()) {
            next = kept.lastKey() + 1;
        }
    }

    /** As long as the twin lives. */
    public static RefusedEvents inMemory(EventCodec codec, int room) {
        return new RefusedEvents(codec, room, null, new TreeMap<>(), Optional.empty());
    }

    /**
     * In a directory of its own. What was kept there before is here again. Where that cannot be read it is set aside, and a new quarantine
     * begins: refused events are no reason to keep a shop closed.
     */
    public static RefusedEvents open(Disk disk, Path directory, EventCodec codec, int room) throws IOException {
        try {
            return read(disk, directory, codec, room, Optional.empty());
        } catch (JournalRefused | RuntimeException unreadable) {
            var aside = Directories.setAside(disk, directory);
            LOG.error("The quarantine cannot be read; it lies in {} now, and a new one begins", aside, unreadable);
            return read(disk, directory, codec, room, Optional.of(aside));
        }
    }

    private static RefusedEvents read(Disk disk, Path directory, EventCodec codec, int room, Optional<Path> aside)
            throws IOException {
        var log = QuarantineLog.open(disk, directory, codec);
        try {
            return new RefusedEvents(codec, room, log, log.read(), aside);
        } catch (IOException | RuntimeException unusable) {
            log.close();
            throw unusable;
        }
    }

    /** Where an earlier quarantine lies that could not be read when this one was opened. */
    public Optional<Path> setAside() {
        return aside;
    }

    /** Keeps an event. One that is on trial is not kept twice: its trial hears why it was refused. */
    public synchronized void add(TwinEvent event, Refusal refusal, Instant at) {
        var encoded = codec.encode(event).alone();
        var trial = trials.get(encoded.fingerprint());
        if (trial != null) {
            trial.refusal = Optional.of(refusal);
            return;
        }
        var ticket = tickets.get(encoded.fingerprint());
        if (ticket != null) {
            put(get(ticket).again());
        } else {
            put(new KeptEvent(next++, encoded, refusal, at, 1));
            makeRoom();
        }
    }

    private KeptEvent get(long ticket) {
        return Optional.ofNullable(kept.get(ticket)).orElseThrow();
    }

    private void makeRoom() {
        while (kept.size() > room) {
            remove(kept.firstKey());
            if (lost++ == 0) {
                LOG.warn("The quarantine holds {} events and has no room for more: the oldest go.", room);
            }
        }
    }

    private void put(KeptEvent event) {
        var before = kept.put(event.ticket(), event);
        if (before != null) {
            tickets.remove(before.event().fingerprint());
        }
        tickets.put(event.event().fingerprint(), event.ticket());
        write(it -> it.keep(event));
    }

    private void remove(long ticket) {
        var gone = kept.remove(ticket);
        if (gone != null) {
            tickets.remove(gone.event().fingerprint());
            write(it -> it.leave(ticket));
        }
    }

    private interface Writing {
        void to(QuarantineLog log) throws DiskFailed;
    }

    private void write(Writing entry) {
        if (log == null || isClosed) {
            return;
        }
        try {
            if (isUnwritten || log.isWorthRewriting(kept.size())) {
                log.rewrite(kept.values());
                isUnwritten = false;
            } else {
                entry.to(log);
            }
        } catch (DiskFailed failed) {
            if (!isUnwritten) {
                LOG.error("The quarantine is kept in memory only, until the disk takes it", failed);
            }
            isUnwritten = true;
        }
    }

    /** Returns when all that was kept and all that left is on disk; false when the disk does not take it, or after closing. */
    public synchronized boolean force() {
        write(QuarantineLog::force);
        return !isUnwritten && !isClosed;
    }

    /** The quarantine as its users see it, which offers repaired events at this door. */
    public Quarantine openingTo(Function<TwinEvent, Acceptance> door) {
        return new OpenQuarantine(this, codec, door);
    }

    /** All that is kept, oldest first, with personal values whose keys stand. */
    public List<TwinEvent> events() {
        return kept().stream().map(it -> codec.decode(it.event())).toList();
    }

    synchronized List<KeptEvent> kept() {
        return List.copyOf(kept.values());
    }

    synchronized long lost() {
        return lost;
    }

    synchronized void removeAll(Collection<Long> gone) {
        gone.forEach(this::remove);
        force();
    }

    /** An event that is being offered again. */
    static final class Trial {

        private final EncodedEvent event;
        private Optional<Refusal> refusal = Optional.empty();

        private Trial(EncodedEvent event) {
            this.event = event;
        }
    }

    /** Empty when somebody else is trying the very same event. */
    synchronized Optional<Trial> begin(TwinEvent repaired) {
        var trial = new Trial(codec.encode(repaired).alone());
        return trials.putIfAbsent(trial.event.fingerprint(), trial) == null ? Optional.of(trial) : Optional.empty();
    }

    /**
     * Ends a trial. What was refused again stays, as it was repaired; empty when the event has left. An event that the twin had no room for
     * stays as it was.
     */
    synchronized Optional<Refusal> end(Trial trial, KeptEvent before, Acceptance answer) {
        trials.remove(trial.event.fingerprint());
        if (answer instanceof Acceptance.Quarantined again) {
            var why = trial.refusal.orElseGet(() -> new Refusal(before.refusal().defect(), again.reason()));
            if (kept.containsKey(before.ticket())) {
                put(before.repaired(trial.event, why));
            }
            return Optional.of(why);
        }
        if (answer.isKnown()) {
            remove(before.ticket());
            return Optional.empty();
        }
        return Optional.of(before.refusal());
    }

    synchronized void giveUp(Trial trial) {
        trials.remove(trial.event.fingerprint());
    }

    /** What is changed after this is changed in memory only. */
    @Override
    public synchronized void close() throws IOException {
        isClosed = true;
        if (log != null) {
            log.close();
        }
    }
}
