package dev.storetwin.core;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.journal.SmallFile;
import dev.storetwin.core.monitor.QualityMonitor;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.Workers;
import dev.storetwin.core.state.quality.Inspected;
import dev.storetwin.core.state.quality.Inspections;
import dev.storetwin.core.state.quality.Precedents;
import dev.storetwin.core.state.quality.Refusal;
import dev.storetwin.core.state.quality.RefusedEvents;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.monitor.QualityReport;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Quarantine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at events before they are folded: keeps apart what cannot be used, notes what is odd, and counts both. One thread at a time takes
 * events; anybody may ask.
 *
 * <p>How it works: each event is compared with the state before its batch and with what the batch itself describes. Rules that refuse an
 * event by the last price or count need what the batch did to these, too: then events are taken one by one, so that the answer does not
 * depend on how events were cut into batches. What the twin holds already is news no more, and passes whatever the rules say.
 */
final class QualityGate implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QualityGate.class);

    private static final Duration BETWEEN_NOTES = Duration.ofHours(1);

    /** Stands at the beginning of the file that tells how often sources are heard. */
    static final int PACES = 0x53544801;

    private final EventCodec codec;
    private final Clock clock;
    private final Inspections inspections;
    private final Workers workers;
    private final boolean isStepwise;
    private final QualityMonitor monitor;
    private final RefusedEvents refused;
    private final Optional<SmallFile> paces;
    private Instant remembered;

    /**
     * @param refused closed with this
     * @param paces   remembers how often sources are heard
     */
    QualityGate(
            QualityOptions options,
            ShopState state,
            RefusedEvents refused,
            Optional<SmallFile> paces,
            Workers workers,
            Clock clock) {
        this.codec = state.codec();
        this.clock = clock;
        this.inspections = new Inspections(options.rules(), Precedents.of(state));
        this.workers = workers;
        this.isStepwise = options.rules().refusesLeaps();
        this.monitor = new QualityMonitor(options.heartbeat(), state.zone());
        this.refused = refused;
        this.paces = paces;
        this.remembered = clock.instant();
        paces.ifPresent(this::resume);
    }

    private void resume(SmallFile file) {
        try {
            file.read(ByteReader::new).ifPresent(monitor::resume);
        } catch (IOException unreadable) {
            LOG.warn("How often sources were heard is learned anew", unreadable);
        }
    }

    /**
     * What became of some events.
     *
     * @param state     with all that were let in
     * @param answers   one per event
     * @param kept      what has to be written down, in order
     * @param inspected what was seen of each event
     */
    record Passed(ShopState state, List<Acceptance> answers, List<EncodedEvent> kept, List<Inspected> inspected) {

        private static Passed none(ShopState state) {
            return new Passed(state, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        private Passed and(Passed next) {
            answers.addAll(next.answers);
            kept.addAll(next.kept);
            inspected.addAll(next.inspected);
            return new Passed(next.state, answers, kept, inspected);
        }
    }

    /**
     * Folds what may pass. Nothing is counted yet: the disk may have no room.
     *
     * @param now by the twin's clock
     */
    Passed take(ShopState from, List<EncodedEvent> events, EventFold fold, Instant now) {
        if (!isStepwise) {
            return together(from, events, fold, now);
        }
        var passed = Passed.none(from);
        for (var event : events) {
            passed = passed.and(together(passed.state(), List.of(event), fold, now));
        }
        return passed;
    }

    private Passed together(ShopState from, List<EncodedEvent> events, EventFold fold, Instant now) {
        var seen = inspections.of(events, from, workers, now);
        var admitted = new ArrayList<EncodedEvent>(events.size());
        for (int i = 0; i < seen.length; i++) {
            if (seen[i].refusal().isPresent() && from.holds(events.get(i))) {
                seen[i] = Inspected.CLEAN;
            }
            if (seen[i].refusal().isEmpty()) {
                admitted.add(events.get(i));
            }
        }
        var inspected = Arrays.asList(seen);
        var taken = fold.take(from, admitted);
        var answers = admitted.size() == seen.length ? taken.answers() : answers(inspected, taken.answers());
        return new Passed(taken.state(), answers, taken.kept(), inspected);
    }

    private static List<Acceptance> answers(List<Inspected> inspected, List<Acceptance> admitted) {
        var answers = new ArrayList<Acceptance>(inspected.size());
        int next = 0;
        for (var seen : inspected) {
            var refusal = seen.refusal();
            answers.add(
                    refusal.isPresent()
                            ? new Acceptance.Quarantined(
                                    refusal.get().defect(), refusal.get().reason())
                            : admitted.get(next++));
        }
        return answers;
    }

    /** What passed is kept: now what was refused is put aside, and all is counted. */
    void settle(List<EncodedEvent> events, Passed passed) {
        var now = clock.instant();
        putAside(events, passed.answers(), now);
        monitor.observe(it -> codec.decode(events.get(it)).header(), passed.inspected(), passed.answers(), now);
        if (Duration.between(remembered, now).abs().compareTo(BETWEEN_NOTES) > 0) {
            remembered = now;
            remember();
        }
    }

    private void putAside(List<EncodedEvent> events, List<Acceptance> answers, Instant now) {
        boolean hasRefused = false;
        for (int i = 0; i < events.size(); i++) {
            if (answers.get(i) instanceof Acceptance.Quarantined no) {
                refused.add(codec.decode(events.get(i)), new Refusal(no.defect(), no.reason()), now);
                hasRefused = true;
            }
        }
        if (hasRefused) {
            refused.force();
        }
    }

    /** What was refused; repaired events are offered to {@code door}. */
    Quarantine quarantine(LiveShop door) {
        return refused.openingTo(door::accept);
    }

    /** All that was refused, with personal values whose keys stand. */
    List<TwinEvent> refusedEvents() {
        return refused.events();
    }

    QualityReport report() {
        var report = monitor.report(clock.instant());
        return refused.setAside()
                .map(it -> report.withTrouble("the quarantine could not be read when the twin was opened; it lies in "
                        + it + " as it was, and a new one was begun"))
                .orElse(report);
    }

    /** Writes down how often sources are heard; without it a start has to learn that anew. */
    private void remember() {
        paces.ifPresent(file -> {
            var out = new ByteWriter();
            monitor.writeTo(out);
            try {
                file.replace(out.toByteArray());
            } catch (IOException | RuntimeException failed) {
                LOG.warn("How often sources are heard could not be written down", failed);
            }
        });
    }

    @Override
    public void close() {
        remember();
        try {
            refused.close();
        } catch (IOException | RuntimeException failed) {
            LOG.error("The quarantine could not be closed; what it had forced is kept", failed);
        }
    }
}
