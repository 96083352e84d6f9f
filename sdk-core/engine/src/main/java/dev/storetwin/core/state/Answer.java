package dev.storetwin.core.state;

import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Defect;
import java.util.Optional;

/**
 * What became of one event of a batch.
 *
 * @param acceptance as it will be told; an accepted one gets its position when the whole batch is through
 * @param isKept     whether it takes a position, since a document holds it now or it was counted
 */
record Answer(Acceptance acceptance, boolean isKept) {

    static final Answer ACCEPTED = new Answer(new Acceptance.Accepted(0, Optional.empty()), true);
    static final Answer STALE = new Answer(new Acceptance.Stale(), true);
    static final Answer TOLD = new Answer(new Acceptance.Duplicate(), true);
    static final Answer KNOWN = new Answer(new Acceptance.Duplicate(), false);

    private static Answer quarantined(Defect defect, String reason) {
        return new Answer(new Acceptance.Quarantined(defect, reason), false);
    }

    static Answer tooLarge(TwinEvent event, ArithmeticException tooLarge) {
        return quarantined(Defect.TOO_LARGE, """
                %s holds a number that is too large to add up (%s).
                Maybe an identifier was read as a quantity.""".formatted(event.header().key(), tooLarge.getMessage()));
    }

    static Answer countedAtOnce(TwinEvent retraction) {
        return quarantined(
                Defect.NOT_RETRACTABLE, """
                %s takes back an event that was counted at once and is not kept.
                Maybe it is about a view or a search: these cannot be taken back.""".formatted(retraction.header().key()));
    }
}
