package dev.storetwin.core;

import dev.storetwin.core.memory.JournalHistory;
import dev.storetwin.feature.History;
import dev.storetwin.state.TwinState;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;

/** The past that training rows are read from, and what has to be given back after. */
record FeaturePast(History history, Closeable held) implements Closeable {

    static FeaturePast asKnown(JournalHistory journal) {
        return new FeaturePast(journal, journal);
    }

    /** Features look at nothing after their moment, so the newest state tells of every earlier one. */
    static FeaturePast asHappened(TwinState newest) {
        var history = new History() {
            @Override
            public TwinState knownAt(long revision) {
                return newest;
            }

            @Override
            public TwinState knownAt(Instant moment) {
                return newest;
            }
        };
        return new FeaturePast(history, () -> {});
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
