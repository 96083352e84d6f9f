package dev.storetwin.core;

import dev.storetwin.audit.AuditTrail;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.event.Forgotten;
import dev.storetwin.core.memory.EventLog;
import dev.storetwin.core.memory.JournalHistory;
import dev.storetwin.core.memory.KeptEvents;
import dev.storetwin.core.memory.PublishListener;
import dev.storetwin.core.memory.Storage;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.Workers;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.SubjectId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Keeps events in a list, and can be told how documents are moved, also badly. */
final class StorageOfHeap implements Storage {

    private final Storage nothing = Storage.inMemory(ZoneOffset.UTC, Currency.getInstance("EUR"), Workers.CALLER);
    final List<EncodedEvent> kept = new ArrayList<>();
    UnaryOperator<ShopState> tending = UnaryOperator.identity();

    @Override
    public EventLog log() {
        return new EventLog() {
            @Override
            public void keep(long revision, List<EncodedEvent> events) {
                if (revision != kept.size() + events.size()) {
                    throw new IllegalStateException("%d after %d".formatted(revision, kept.size()));
                }
                kept.addAll(events);
            }

            @Override
            public void force() {}

            @Override
            public void close() {}
        };
    }

    @Override
    public EventCodec codec() {
        return nothing.codec();
    }

    @Override
    public ShopState state() {
        return nothing.state();
    }

    @Override
    public ShopState tend(ShopState state) {
        return tending.apply(state);
    }

    @Override
    public ShopState tendWaiting(ShopState state) {
        return tending.apply(state);
    }

    @Override
    public ShopState settle(ShopState state) {
        return tending.apply(state);
    }

    @Override
    public Workers workers() {
        return nothing.workers();
    }

    @Override
    public Optional<Queue> queue() {
        return nothing.queue();
    }

    @Override
    public AuditTrail audit() {
        return nothing.audit();
    }

    @Override
    public Optional<Place> place() {
        return nothing.place();
    }

    @Override
    public Optional<PublishListener> listener() {
        return nothing.listener();
    }

    @Override
    public Optional<String> erase(Collection<String> owners) {
        return nothing.erase(owners);
    }

    @Override
    public Forgotten forgotten() {
        return nothing.forgotten();
    }

    @Override
    public void eachNaming(Collection<SubjectId> subjects, Consumer<TwinEvent> consumer) {}

    @Override
    public KeptEvents history() {
        return KeptEvents.NONE;
    }

    @Override
    public Optional<JournalHistory> recollection() {
        return nothing.recollection();
    }

    @Override
    public Optional<TwinState> stateAt(long revision) {
        return Optional.empty();
    }

    @Override
    public void close() {
        nothing.close();
    }
}
