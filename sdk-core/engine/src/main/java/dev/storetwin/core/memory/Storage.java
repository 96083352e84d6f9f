package dev.storetwin.core.memory;

import dev.storetwin.audit.AuditTrail;
import dev.storetwin.core.audit.JsonLinesAuditTrail;
import dev.storetwin.core.crypto.Vault;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.event.Forgotten;
import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.Workers;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.SubjectId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a twin keeps its events in. */
public interface Storage extends AutoCloseable {

    /** How events are written. */
    EventCodec codec();

    /** The state of all that is kept already. */
    ShopState state();

    EventLog log();

    /** A kept state with its documents where they belong. Each is made of the answer to the one before. */
    ShopState tend(ShopState state);

    /** The same, and waits where documents come faster than they can be moved. */
    ShopState tendWaiting(ShopState state);

    /** The same, and waits until nothing is on its way. */
    ShopState settle(ShopState state);

    /** Who folds many events at once. */
    Workers workers();

    /** Where events wait for the disk; empty when there is none to wait for. */
    Optional<Queue> queue();

    /** The trail beside the events. */
    AuditTrail audit();

    /** Where on disk a twin's other memories lie; empty when it has none. */
    Optional<Place> place();

    /**
     * Where events wait for the disk.
     *
     * @param capacity how many may
     * @param executor works them off, one task at a time
     */
    record Queue(int capacity, Executor executor) {}

    /**
     * A directory that is locked for one twin.
     *
     * @param vault seals what is personal
     */
    record Place(Disk disk, Path path, Vault vault) {

        /** A part of it, for one use alone. */
        public Path resolve(String name) {
            return path.resolve(name);
        }
    }

    /** Hears of every published state. */
    Optional<PublishListener> listener();

    /** Destroys the keys of these owners; why that cannot be done, where it cannot. */
    Optional<String> erase(Collection<String> owners);

    /** Who was forgotten; added to where there is a {@link #place}. */
    Forgotten forgotten();

    /** Hands on the kept events that name one of these persons, oldest first. */
    void eachNaming(Collection<SubjectId> subjects, Consumer<TwinEvent> consumer) throws IOException;

    /** All kept events. */
    KeptEvents history() throws IOException;

    /** What was known at any earlier revision or moment; empty when nothing is kept that could tell. */
    Optional<JournalHistory> recollection();

    /** The state at an earlier revision than that of the present one, as far as it can be told. */
    Optional<TwinState> stateAt(long revision);

    /** What the twin knew at a revision. */
    default Past past(Supplier<ShopState> present) {
        return revision -> {
            var now = present.get();
            if (revision == now.revision()) {
                return Optional.of(now);
            }
            return revision < 0 || revision > now.revision() ? Optional.empty() : stateAt(revision);
        };
    }

    /** Gives everything back; nothing is kept any more. */
    @Override
    void close();

    /** Of a twin that is gone with its process. */
    static Storage inMemory(ZoneId zone, Currency currency, Workers workers) {
        return new Storage() {
            private final ShopState empty = ShopState.empty(zone, currency);
            private final AuditTrail audit = JsonLinesAuditTrail.inMemory();
            private final Forgotten nobody = Forgotten.nobody();

            @Override
            public EventCodec codec() {
                return EventCodec.PLAIN;
            }

            @Override
            public ShopState state() {
                return empty;
            }

            @Override
            public EventLog log() {
                return EventLog.NONE;
            }

            @Override
            public ShopState tend(ShopState state) {
                return state;
            }

            @Override
            public ShopState tendWaiting(ShopState state) {
                return state;
            }

            @Override
            public ShopState settle(ShopState state) {
                return state;
            }

            @Override
            public Workers workers() {
                return workers;
            }

            @Override
            public Optional<Queue> queue() {
                return Optional.empty();
            }

            @Override
            public AuditTrail audit() {
                return audit;
            }

            @Override
            public Optional<Place> place() {
                return Optional.empty();
            }

            @Override
            public Optional<PublishListener> listener() {
                return Optional.empty();
            }

            @Override
            public Optional<String> erase(Collection<String> owners) {
                return Optional.of("""
                        A twin without a data directory has no keys to destroy.
                        Maybe build it anew from events without the person.""");
            }

            @Override
            public Forgotten forgotten() {
                return nobody;
            }

            @Override
            public void eachNaming(Collection<SubjectId> subjects, Consumer<TwinEvent> consumer) {}

            @Override
            public KeptEvents history() {
                return KeptEvents.NONE;
            }

            @Override
            public Optional<JournalHistory> recollection() {
                return Optional.empty();
            }

            @Override
            public Optional<TwinState> stateAt(long revision) {
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
    }
}
