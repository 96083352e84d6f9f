package dev.storetwin.core;

import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.TwinAct;
import dev.storetwin.state.Acceptance;
import java.time.Instant;
import java.util.function.Function;

/** Each word of an operator is an event at a moment of its own and a line in the audit, one after the other. */
record OperatorWords(LiveShop live) {

    static EventHeader header(String what, String which, Instant at) {
        var entity = new Entity(EntityKind.TWIN, what);
        return EventHeader.of(TwinAct.TWIN, what + which + "@" + at, entity, at);
    }

    /** A word that is not accepted is not in effect, and the audit says so. */
    Acceptance say(String what, Function<Instant, TwinAct> word, String detail) {
        return live.act(() -> {
            var told = live.accept(word.apply(live.nextMoment()));
            live.note(what, detail + unlessKept(told));
            return told;
        });
    }

    /** Added to what was to be done; nothing when it is in effect. */
    static String unlessKept(Acceptance told) {
        return told instanceof Acceptance.Accepted ? "" : " (not kept: %s)".formatted(reason(told));
    }

    /** Why an act is not in effect. */
    static String reason(Acceptance told) {
        return told instanceof Acceptance.Unavailable full
                ? full.reason()
                : "the twin has it, or another that counts more: " + told;
    }
}
