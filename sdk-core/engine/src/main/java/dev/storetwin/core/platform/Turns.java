package dev.storetwin.core.platform;

import java.util.ArrayDeque;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;

/**
 * Whose turn it is to be offered to the twin, by number. New letters come in their order; those that the twin had no room for wait aside,
 * and come again one behind the other, so that none keeps the rest waiting for ever.
 */
final class Turns {

    private final int atOnce;
    private final NavigableSet<Long> ready = new TreeSet<>();
    private final Queue<Long> aside = new ArrayDeque<>();
    private int offered;

    /** @param atOnce how many may be on offer */
    Turns(int atOnce) {
        this.atOnce = atOnce;
    }

    void add(long number) {
        ready.add(number);
    }

    /** The next, which is on offer from now on; empty while enough are, or nobody is ready. */
    Optional<Long> next() {
        if (offered >= atOnce || ready.isEmpty()) {
            return Optional.empty();
        }
        offered++;
        return Optional.ofNullable(ready.pollFirst());
    }

    /** One is on offer no longer. */
    void over() {
        offered--;
    }

    /** One is on offer no longer, and must be again. */
    void setAside(long number) {
        offered--;
        aside.add(number);
    }

    int aside() {
        return aside.size();
    }

    /** So many of those that wait aside may try again, the longest waiting first. */
    void release(int most) {
        for (int i = Math.min(most, aside.size()); i > 0; i--) {
            ready.add(aside.remove());
        }
    }
}
