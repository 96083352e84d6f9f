package dev.storetwin.core;

import dev.storetwin.core.memory.JournalHistory;
import dev.storetwin.core.memory.Storage;
import dev.storetwin.state.TwinState;
import java.io.IOException;
import java.util.Optional;

/** States of the past. Ask for each later than the one before: the journal is then walked through once. */
final class EarlierStates implements AutoCloseable {

    private final TwinState now;
    private final Optional<JournalHistory> journal;

    EarlierStates(Storage storage, TwinState now) {
        this.now = now;
        this.journal = storage.recollection();
    }

    /** Empty when it is not kept. */
    Optional<TwinState> at(long revision) {
        if (revision == now.revision()) {
            return Optional.of(now);
        }
        try {
            return journal.filter(it -> revision < now.revision()).map(it -> it.knownAt(revision));
        } catch (IllegalArgumentException notKept) {
            return Optional.empty();
        }
    }

    /** Why there is nothing at a revision. */
    static String notKept(long revision) {
        return """
            what was known at revision %d is not kept.
            Maybe the twin has no data directory, or keeps no history (DurabilityOptions.withHistory).""".formatted(revision);
    }

    @Override
    public void close() throws IOException {
        if (journal.isPresent()) {
            journal.get().close();
        }
    }
}
