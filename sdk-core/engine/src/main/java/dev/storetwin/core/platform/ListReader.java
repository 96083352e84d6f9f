package dev.storetwin.core.platform;

import dev.storetwin.core.platform.ReadingMark.OpenReading;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.KindReport;
import dev.storetwin.platform.KindReport.Status;
import dev.storetwin.platform.Listing;
import dev.storetwin.platform.Pull;
import dev.storetwin.platform.Pulled;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.ReconciliationPlan;
import dev.storetwin.state.Acceptance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one list of a platform, as far as it gets, and goes on from there the next time.
 *
 * <p>How it works: the mark is written after the events of its page are durable. So whatever breaks off in between, the page is read once
 * more and its events are known already. What a sweep has noted is not written down: after a restart a list that sweeps begins again.
 */
final class ListReader {

    private static final Logger LOG = LoggerFactory.getLogger(ListReader.class);

    private final Listing listing;
    private final Reconciler platform;
    private final Intake intake;
    private final KnownThings known;
    private final ReadingMarks marks;
    private final ReconciliationPlan plan;
    private final Clock clock;
    private @Nullable Sweep sweep;

    ListReader(
            Listing listing,
            Reconciler platform,
            Intake intake,
            KnownThings known,
            ReadingMarks marks,
            ReconciliationPlan plan,
            Clock clock) {
        this.listing = listing;
        this.platform = platform;
        this.intake = intake;
        this.known = known;
        this.marks = marks;
        this.plan = plan;
        this.clock = clock;
    }

    /** When there is something to do: now, while a reading is open that need not wait. */
    Instant due() {
        var mark = marks.read(listing.kind());
        var regular = mark.open().isPresent() || isFromTheFuture(mark)
                ? Optional.<Instant>empty()
                : mark.readUpTo().map(it -> it.plus(plan.every()));
        return mark.again().or(() -> regular).orElse(Instant.MIN);
    }

    /** Never throws: what goes wrong stands in the report. */
    KindReport read(boolean whole) {
        var now = clock.instant();
        var kept = marks.read(listing.kind());
        var mark = whole ? kept.wantedWhole() : kept;
        var lag = mark.readUpTo().map(it -> it.isBefore(now) ? Duration.between(it, now) : Duration.ZERO);
        var findings = new Findings(listing.kind(), lag, now.minus(plan.webhookGrace()));
        try {
            return mark.again().filter(now::isBefore).isPresent()
                    ? stopped(mark, Status.WAITING, findings)
                    : read(opened(mark, now), findings);
        } catch (RuntimeException broken) {
            LOG.error("Reading {} of {} broke off", listing.kind(), platform.source(), broken);
            findings.problem("It broke off: %s".formatted(broken));
            return report(marks.read(listing.kind()), Status.WAITING, findings);
        }
    }

    private KindReport report(ReadingMark mark, Status status, Findings findings) {
        return findings.report(status, mark.open().filter(OpenReading::isWhole).isPresent(), mark.again());
    }

    private ReadingMark opened(ReadingMark mark, Instant now) {
        boolean wasWhole = mark.open().filter(OpenReading::isWhole).isPresent();
        var open = mark.open().filter(this::canGoOn);
        var reading = open.orElseGet(() -> begin(mark, wasWhole || mark.wholeNext(), now));
        if (sweep == null || !sweep.isOf(reading.begunAt())) {
            sweep = reading.isWhole() ? new Sweep(listing, platform.source(), plan, reading.begunAt()) : null;
        }
        return mark.begun(reading);
    }

    /** A sweep must have seen its list from the first page on. */
    private boolean canGoOn(OpenReading reading) {
        return !reading.isWhole() || listing.swept().isEmpty() || (sweep != null && sweep.isOf(reading.begunAt()));
    }

    private OpenReading begin(ReadingMark mark, boolean whole, Instant now) {
        boolean isWhole = whole || !listing.changes() || isFromTheFuture(mark) || isWholeDue(mark, now);
        var since = isWhole ? Optional.<Instant>empty() : mark.readUpTo().map(it -> it.minus(plan.margin()));
        return new OpenReading(now, since, Optional.empty());
    }

    /** A clock that was set back: nothing is known of what changed since. */
    private boolean isFromTheFuture(ReadingMark mark) {
        return mark.readUpTo().filter(clock.instant()::isBefore).isPresent();
    }

    private boolean isWholeDue(ReadingMark mark, Instant now) {
        return !listing.swept().isEmpty()
                && mark.wholeAt()
                        .map(it -> !it.plus(plan.wholeEvery()).isAfter(now))
                        .orElse(true);
    }

    private KindReport read(ReadingMark begun, Findings findings) {
        var mark = begun;
        while (findings.pages() < plan.pagesPerRun()) {
            var reading = mark.open().orElseThrow();
            var answer = ask(new Pull(listing.kind(), reading.changedSince(), reading.cursor()));
            if (!(answer instanceof Pulled.Page page)) {
                return broken(answer, mark, findings);
            }
            apply(page, findings);
            if (page.next().isEmpty()) {
                return finish(mark, reading, findings);
            }
            mark = mark.turned(reading.at(page.next()));
            marks.write(mark);
        }
        return report(mark, Status.WAITING, findings);
    }

    /** Whatever an adapter does wrong is an answer. */
    private Pulled ask(Pull question) {
        try {
            var answer = platform.pull(question);
            boolean standsStill = answer instanceof Pulled.Page page
                    && question.cursor().isPresent()
                    && page.next().equals(question.cursor());
            return standsStill ? new Pulled.Failed("the list does not go on: the same cursor again", false) : answer;
        } catch (RuntimeException broken) {
            LOG.error("Asking {} for {} failed", platform.source(), question.kind(), broken);
            return new Pulled.Failed("the platform's adapter failed: " + broken, true);
        }
    }

    private void apply(Pulled.Page page, Findings findings) {
        findings.page(page.events(), take(page.events()), page.unreadable());
        if (sweep != null) {
            sweep.note(page);
        }
    }

    private List<Acceptance> take(List<TwinEvent> events) {
        return events.isEmpty() ? List.of() : intake.take(events);
    }

    private KindReport finish(ReadingMark mark, OpenReading reading, Findings findings) {
        if (sweep != null && !listing.swept().isEmpty()) {
            var result = sweep.result(known);
            take(result.events());
            findings.swept(Sweep.count(result.events(), false), Sweep.count(result.events(), true), result.withheld());
            result.reasons().forEach(findings::problem);
        }
        sweep = null;
        marks.write(mark.done(reading));
        return findings.report(Status.COMPLETE, reading.isWhole(), Optional.empty());
    }

    private KindReport broken(Pulled answer, ReadingMark mark, Findings findings) {
        var now = clock.instant();
        if (answer instanceof Pulled.Later later) {
            findings.problem(later.reason());
            return stopped(mark.waitingUntil(now.plus(later.after())), Status.WAITING, findings);
        }
        if (answer instanceof Pulled.CursorLost lost) {
            findings.problem(lost.reason());
            sweep = null;
            var again = mark.begun(mark.open().orElseThrow().at(Optional.empty()));
            return failed(again, now, findings);
        }
        var failure = (Pulled.Failed) answer;
        findings.problem(failure.reason());
        return failure.retryable() ? failed(mark, now, findings) : givenUp(mark, now, findings);
    }

    private KindReport failed(ReadingMark mark, Instant now, Findings findings) {
        return mark.failures() + 1 >= plan.tries()
                ? givenUp(mark, now, findings)
                : stopped(mark.failedUntil(now.plus(plan.waitAfter(mark.failures()))), Status.WAITING, findings);
    }

    private KindReport givenUp(ReadingMark mark, Instant now, Findings findings) {
        sweep = null;
        return stopped(mark.givenUp(now.plus(plan.every())), Status.FAILED, findings);
    }

    private KindReport stopped(ReadingMark mark, Status status, Findings findings) {
        marks.write(mark);
        return report(mark, status, findings);
    }
}
