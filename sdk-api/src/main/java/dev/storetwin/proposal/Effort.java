package dev.storetwin.proposal;

import java.util.Locale;

/** How much work may go into an answer: the rungs of the ladder that a capability steps down when its budget runs short. */
public enum Effort {
    /** Models worked out anew from what is known now. */
    FULL,
    /** Models of an earlier moment, on what is known now; new ones only where none is kept that is young enough. */
    CACHED,
    /** A cheap method in the place of models. */
    SIMPLE,
    /** No answer is worked out: what stands is kept. */
    NOTHING;

    /** As files spell it: {@code cached}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this is less work than another. */
    public boolean isBelow(Effort other) {
        return compareTo(other) > 0;
    }
}
