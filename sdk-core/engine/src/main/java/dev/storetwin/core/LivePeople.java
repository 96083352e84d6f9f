package dev.storetwin.core;

import dev.storetwin.Erasure;
import dev.storetwin.People;
import dev.storetwin.core.memory.Storage;
import dev.storetwin.core.state.PersonalHoldings;
import dev.storetwin.core.state.SubjectExport;
import dev.storetwin.decision.Right;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a live twin holds on a person, in all places where it may lie. */
final class LivePeople implements People {

    private final LiveShop live;
    private final Access access;
    private final QualityGate gate;
    private final LivePlatforms platforms;
    private final Storage storage;

    LivePeople(LiveShop live, Access access, QualityGate gate, LivePlatforms platforms, Storage storage) {
        this.live = live;
        this.access = access;
        this.platforms = platforms;
        this.gate = gate;
        this.storage = storage;
    }

    /** Keys first, then the note: a crash between the two leaves a person forgotten without a note, never a note without forgetting. */
    @Override
    public Erasure erase(SubjectId subject, Actor by) {
        Arguments.given("subject, by", subject, by);
        platforms.requireMayWait("People.erase()");
        return access.denied(by, Right.ERASE, "")
                .map(it -> new Erasure(subject, Set.of(), Optional.of(it)))
                .orElseGet(() -> erased(subject, by));
    }

    private Erasure erased(SubjectId subject, Actor by) {
        return live.act(() -> {
            var linked = PersonalHoldings.of(live.state(), subject).linked();
            var at = live.nextMoment();
            var left = live.forget(subject, at);
            var unnoted = left.standing().isPresent() ? Optional.<String>empty() : note(subject, by, at);
            var undelivered = platforms.forgetDelivered();
            return new Erasure(
                    subject, linked, reasons(Stream.of(left.standing(), left.unread(), unnoted, undelivered)));
        });
    }

    private static Optional<String> reasons(Stream<Optional<String>> parts) {
        return parts.flatMap(Optional::stream).reduce((one, other) -> one + "\n" + other);
    }

    private Optional<String> note(SubjectId subject, Actor by, Instant at) {
        var entity = new Entity(EntityKind.SUBJECT, subject.value());
        var header = EventHeader.of(TwinAct.TWIN, "erased:" + subject + "@" + at, entity, at);
        var unaudited = live.note("subject erased", subject + " by " + by.role());
        var unkept = live.accept(new SubjectErased(header, subject)) instanceof Acceptance.Unavailable full
                ? Optional.of("""
                        What is held is forgotten, but no event tells so, for it could not be kept: %s
                        Erase them again when the disk takes it.""".formatted(full.reason()))
                : Optional.<String>empty();
        return reasons(Stream.of(unaudited, unkept));
    }

    @Override
    public long export(SubjectId subject, OutputStream out) throws IOException {
        Arguments.given("subject, out", subject, out);
        var state = live.state();
        var refused = gate.refusedEvents();
        var told = new ArrayList<>(refused);
        storage.eachNaming(List.of(subject), told::add);
        var export = new SubjectExport(PersonalHoldings.of(state, subject).with(told, state), state);
        try (var history = storage.history()) {
            return export.write(history, out) + export.writeRefused(refused, out);
        }
    }
}
