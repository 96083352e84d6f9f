package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureVector;
import dev.storetwin.feature.History;
import dev.storetwin.state.TwinState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.TreeMap;

/** What was served, and the states it was read from, as long as the twin lives: the newest vectors, for a twin that has no journal. */
public final class ServedInMemory implements ServedLog, History {

    private final int room;
    private final Deque<byte[]> kept = new ArrayDeque<>();
    private final TreeMap<Long, TwinState> states = new TreeMap<>();
    private long lost;

    /** Keeps so many vectors; of more, the oldest go. */
    public ServedInMemory(ServedLogOptions options) {
        this.room = options.inMemory();
    }

    /** Remembers a state that vectors are about to be read from. */
    public synchronized <S extends TwinState> S remember(S state) {
        states.put(state.revision(), state);
        if (states.size() > room) {
            states.pollFirstEntry();
        }
        return state;
    }

    @Override
    public synchronized void append(FeatureVector vector) {
        kept.add(BinaryFeatureLog.frame(vector));
        if (kept.size() > room) {
            kept.remove();
            lost++;
        }
    }

    @Override
    public synchronized Frames frames() {
        return Frames.of(new ArrayList<>(kept));
    }

    @Override
    public synchronized TwinState knownAt(long revision) {
        var state = states.get(revision);
        if (state == null) {
            throw new IllegalArgumentException(
                    "The state at revision %d is not remembered.\nMaybe more vectors should be kept: ServedLogOptions.withInMemory."
                            .formatted(revision));
        }
        return state;
    }

    @Override
    public TwinState knownAt(Instant moment) {
        throw new UnsupportedOperationException("States are remembered by their revision.");
    }

    @Override
    public synchronized long lost() {
        return lost;
    }

    @Override
    public synchronized void close() {
        kept.clear();
        states.clear();
    }
}
