package dev.storetwin.state;

import dev.storetwin.type.DecisionId;
import java.util.Optional;

/** The twin's answer to an event: what it made of it. It never throws for the world's faults. */
public sealed interface Acceptance {

    /** Whether the event is part of the state now, by this call or by an earlier one. */
    boolean isKnown();

    /**
     * The event is part of the state.
     *
     * @param revision its position
     * @param echoOf   the twin's own decision that it confirms; it must not trigger a new one
     */
    record Accepted(long revision, Optional<DecisionId> echoOf) implements Acceptance {
        @Override
        public boolean isKnown() {
            return true;
        }
    }

    /** The same event, or the same content of the same version, was accepted before. */
    record Duplicate() implements Acceptance {
        @Override
        public boolean isKnown() {
            return true;
        }
    }

    /** A newer version of the same entity is known; the event is kept but changes nothing. */
    record Stale() implements Acceptance {
        @Override
        public boolean isKnown() {
            return true;
        }
    }

    /**
     * The event cannot be used. It waits in the {@link Quarantine} until somebody repairs or discards it.
     *
     * @param defect what is wrong with it
     * @param reason the same in words
     */
    record Quarantined(Defect defect, String reason) implements Acceptance {
        @Override
        public boolean isKnown() {
            return false;
        }
    }

    /**
     * The twin has no room for the event now: its queue or its disk is full. Nothing of it is kept, so it may be sent again later. A host
     * that sees this is faster than the disk, or should free some of it.
     */
    record Unavailable(String reason) implements Acceptance {
        @Override
        public boolean isKnown() {
            return false;
        }
    }

    /** Whoever said it has not the right to. Nothing of it is kept but a line in the audit trail. */
    record Denied(String reason) implements Acceptance {
        @Override
        public boolean isKnown() {
            return false;
        }
    }
}
