package dev.storetwin.core;

import dev.storetwin.Erasure;
import dev.storetwin.core.state.PersonalHoldings;
import dev.storetwin.core.state.SubjectExport;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.SubjectErased;
import dev.storetwin.event.TwinAct;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;
import dev.storetwin.type.SubjectId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** What the twin holds on a person: handed out to them, or forgotten. */
final class People {

    private final LiveShop live;
    private final Storage storage;

    People(LiveShop live, Storage storage) {
        this.live = live;
        this.storage = storage;
    }

    /** Keys first, then the note: a crash between the two leaves a person forgotten without a note, never a note without forgetting. */
    Erasure erase(SubjectId subject, Actor by) {
        return live.act(() -> {
            var holdings = PersonalHoldings.of(live.state(), subject);
            var refused = storage.erase(holdings.owners());
            var open = refused.isPresent() ? refused : note(subject, by);
            return new Erasure(subject, holdings.linked(), open);
        });
    }

    private Optional<String> note(SubjectId subject, Actor by) {
        var now = live.nextMoment();
        var entity = new Entity(EntityKind.SUBJECT, subject.value());
        var header = EventHeader.of(TwinAct.TWIN, "erased:" + subject + "@" + now, entity, now);
        live.note("subject erased", subject + " by " + by.role());
        return live.accept(new SubjectErased(header, subject)) instanceof Acceptance.Unavailable full
                ? Optional.of("The keys are destroyed, but that could not be written down: " + full.reason())
                : Optional.empty();
    }

    long export(SubjectId subject, OutputStream out) throws IOException {
        var state = live.state();
        try (var history = storage.history()) {
            return new SubjectExport(PersonalHoldings.of(state, subject), state).write(history, out);
        }
    }
}
