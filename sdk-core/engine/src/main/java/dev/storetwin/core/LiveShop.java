package dev.storetwin.core;

import dev.storetwin.LoadReport;
import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.TwinAct;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shop as it is now: the one place that changes state. Readers take the published state and never wait. */
final class LiveShop {

    private static final Logger LOG = LoggerFactory.getLogger(LiveShop.class);

    private static final int BATCH = 4_096;

    private final AuditTrail audit;
    private final Clock clock;
    private volatile ShopState state;
    private Instant lastAct = Instant.MIN;

    LiveShop(ShopState state, AuditTrail audit, Clock clock) {
        this.state = state;
        this.audit = audit;
        this.clock = clock;
    }

    ShopState state() {
        return state;
    }

    Instant now() {
        return clock.instant();
    }

    /** A moment for an act of the twin itself, after every earlier one, even when the clock stands still: acts are versioned by it. */
    synchronized Instant nextMoment() {
        var now = clock.instant();
        lastAct = now.isAfter(lastAct) ? now : lastAct.plus(1, ChronoUnit.MICROS);
        return lastAct;
    }

    AuditTrail audit() {
        return audit;
    }

    synchronized Acceptance accept(TwinEvent event) {
        var change = after(state, List.of(event));
        state = corrected(change);
        var answer = change.answers().get(0);
        confirm(event, answer);
        return answer;
    }

    /** One event that cannot be added up must not take the others of its batch with it: then each goes alone. */
    private static ShopState.Change after(ShopState from, List<TwinEvent> batch) {
        try {
            return from.after(batch);
        } catch (ArithmeticException tooLarge) {
            return batch.size() == 1 ? refused(from, batch.get(0), tooLarge) : oneByOne(from, batch);
        }
    }

    private static ShopState.Change refused(ShopState from, TwinEvent event, ArithmeticException tooLarge) {
        var reason = """
                %s holds a number that is too large to add up (%s).
                Maybe an identifier was read as a quantity.""".formatted(event.header().key(), tooLarge.getMessage());
        return new ShopState.Change(from, List.of(new Acceptance.Quarantined(reason)));
    }

    private static ShopState.Change oneByOne(ShopState from, List<TwinEvent> batch) {
        var answers = new ArrayList<Acceptance>();
        var next = from;
        for (var event : batch) {
            var change = after(next, List.of(event));
            answers.addAll(change.answers());
            next = change.state();
        }
        return new ShopState.Change(next, answers);
    }

    /** Our own price coming back is written down as the proof that it was carried out. */
    private void confirm(TwinEvent event, Acceptance answer) {
        if (answer instanceof Acceptance.Accepted accepted) {
            accepted.echoOf().ifPresent(decision -> {
                note(new Outcome(
                        decision,
                        OutcomeKind.CONFIRMED,
                        event.header().receivedAt(),
                        "reported back as " + event.header().key()));
            });
        }
    }

    /** Only the answer was lost: what was taken for failed was carried out, when it comes back as an echo. */
    private ShopState corrected(ShopState.Change change) {
        var next = change.state();
        return change.answers().get(0) instanceof Acceptance.Accepted accepted
                ? accepted.echoOf()
                        .flatMap(next::failedTry)
                        .map(failed -> after(next, List.of(carriedOut(failed))).state())
                        .orElse(next)
                : next;
    }

    private ActionApplied carriedOut(ActionApplied failed) {
        var header = TwinAct.about("confirmed", failed.decision(), nextMoment());
        return new ActionApplied(header, failed.decision(), failed.capability(), failed.target(), failed.commitment());
    }

    /** All or nothing becomes visible: the state is published once, after the last event. */
    synchronized LoadReport load(Iterator<? extends TwinEvent> events) {
        var tally = new Tally();
        var echoes = new LinkedHashMap<TwinEvent, Acceptance>();
        var next = state;
        boolean acted = state.revision() > 0;
        while (events.hasNext()) {
            var batch = batch(events);
            acted |= batch.stream().anyMatch(TwinAct.class::isInstance);
            // An echo is told by what went before it, so once somebody acted each event is taken by itself.
            var change = acted ? stepByStep(next, batch) : after(next, batch);
            for (int i = 0; i < batch.size(); i++) {
                tally.add(change.answers().get(i));
                noteEcho(batch.get(i), change.answers().get(i), echoes);
            }
            next = change.state();
        }
        state = next;
        echoes.forEach(this::confirm);
        return tally.report();
    }

    private ShopState.Change stepByStep(ShopState from, List<TwinEvent> batch) {
        var answers = new ArrayList<Acceptance>();
        var next = from;
        for (var event : batch) {
            var change = after(next, List.of(event));
            answers.addAll(change.answers());
            next = corrected(change);
        }
        return new ShopState.Change(next, answers);
    }

    private static void noteEcho(TwinEvent event, Acceptance answer, Map<TwinEvent, Acceptance> echoes) {
        if (answer instanceof Acceptance.Accepted accepted && accepted.echoOf().isPresent()) {
            echoes.put(event, answer);
        }
    }

    private static List<TwinEvent> batch(Iterator<? extends TwinEvent> events) {
        var batch = new ArrayList<TwinEvent>();
        while (events.hasNext() && batch.size() < BATCH) {
            batch.add(events.next());
        }
        return batch;
    }

    /** What cannot be written down has happened all the same; then the outcome and the log say so. */
    Outcome note(Outcome outcome) {
        try {
            audit.append(new AuditEntry.Happened(outcome));
            return outcome;
        } catch (RuntimeException unwritten) {
            LOG.error("Outcome {} of {} cannot be audited", outcome.kind(), outcome.decision(), unwritten);
            return new Outcome(
                    outcome.decision(),
                    outcome.kind(),
                    outcome.at(),
                    outcome.detail() + " (not written to the audit trail)");
        }
    }

    /** Counts answers. */
    private static final class Tally {

        private final Map<String, Long> quarantined = new TreeMap<>();
        private long accepted;
        private long duplicates;
        private long stale;

        void add(Acceptance answer) {
            if (answer instanceof Acceptance.Accepted) {
                accepted++;
            } else if (answer instanceof Acceptance.Duplicate) {
                duplicates++;
            } else if (answer instanceof Acceptance.Stale) {
                stale++;
            } else if (answer instanceof Acceptance.Quarantined reason) {
                quarantined.merge(reason.reason(), 1L, Long::sum);
            }
        }

        LoadReport report() {
            return new LoadReport(accepted, duplicates, stale, quarantined);
        }
    }
}
