package dev.storetwin.core.state.feed;

import dev.storetwin.state.Overflow;
import dev.storetwin.state.StateChange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Changes that wait for one subscriber, never more than there is room for. Not for several threads. */
final class Backlog {

    private final Deque<StateChange> waiting = new ArrayDeque<>();
    private final int room;
    private final Overflow overflow;
    private long dropped;

    Backlog(int room, Overflow overflow) {
        this.room = room;
        this.overflow = overflow;
    }

    /** False when it overflows and that is an error. */
    boolean add(StateChange change) {
        if (waiting.size() < room) {
            waiting.addLast(change);
            return true;
        }
        switch (overflow) {
            case DROP_OLDEST -> {
                waiting.removeFirst();
                waiting.addLast(change);
                dropped++;
            }
            case DROP_NEWEST -> dropped++;
            case LATEST -> waiting.addLast(merged(waiting.removeLast(), change));
            case FAIL -> {
                return false;
            }
        }
        return true;
    }

    private static StateChange merged(StateChange older, StateChange newer) {
        return new StateChange(
                both(older.parts(), newer.parts()),
                both(older.skus(), newer.skus()),
                both(older.channels(), newer.channels()),
                both(older.nodes(), newer.nodes()),
                both(older.orders(), newer.orders()),
                older.isVague() || newer.isVague(),
                older.isEcho() && newer.isEcho(),
                0,
                newer.state());
    }

    private static <T> Set<T> both(Set<T> one, Set<T> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    Optional<StateChange> next() {
        return Optional.ofNullable(waiting.pollFirst()).map(it -> it.withDropped(dropped));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void clear() {
        waiting.clear();
    }
}
