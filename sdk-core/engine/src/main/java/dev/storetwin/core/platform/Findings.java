package dev.storetwin.core.platform;

import dev.storetwin.event.EventKey;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.KindReport;
import dev.storetwin.platform.ResourceKind;
import dev.storetwin.platform.Translation;
import dev.storetwin.state.Acceptance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run finds in one list, counted up. */
final class Findings {

    private static final int MOST_WORDS = 20;

    private final ResourceKind kind;
    private final Optional<Duration> lag;
    private final Instant missedBefore;
    private final List<String> problems = new ArrayList<>();
    private final List<EventKey> examples = new ArrayList<>();
    private int pages;
    private long pulled;
    private long accepted;
    private long missed;
    private long repeated;
    private long stale;
    private long quarantined;
    private long removed;
    private long restored;
    private long withheld;

    /**
     * @param lag          how old the last reading is; empty when this is the first
     * @param missedBefore what occurred earlier and is new should have come by webhook
     */
    Findings(ResourceKind kind, Optional<Duration> lag, Instant missedBefore) {
        this.kind = kind;
        this.lag = lag;
        this.missedBefore = missedBefore;
    }

    void page(List<TwinEvent> events, List<Acceptance> answers, List<Translation.Quarantined> unreadable) {
        pages++;
        pulled += events.size();
        for (int i = 0; i < events.size(); i++) {
            answered(events.get(i), answers.get(i));
        }
        for (var part : unreadable) {
            quarantined++;
            problem("%s (%s)".formatted(part.reason(), part.path()));
        }
    }

    private void answered(TwinEvent event, Acceptance answer) {
        if (answer instanceof Acceptance.Accepted) {
            accepted(event);
        } else if (answer instanceof Acceptance.Duplicate) {
            repeated++;
        } else if (answer instanceof Acceptance.Stale) {
            stale++;
        } else if (answer instanceof Acceptance.Quarantined refused) {
            quarantined++;
            problem(refused.reason());
        }
    }

    private void accepted(TwinEvent event) {
        accepted++;
        if (lag.isPresent() && event.header().occurredAt().isBefore(missedBefore)) {
            missed++;
            if (examples.size() < MOST_WORDS) {
                examples.add(event.header().key());
            }
        }
    }

    void swept(long gone, long back, long kept) {
        removed += gone;
        restored += back;
        withheld += kept;
    }

    void problem(String words) {
        if (problems.size() < MOST_WORDS) {
            problems.add(words);
        }
    }

    int pages() {
        return pages;
    }

    KindReport report(KindReport.Status status, boolean whole, Optional<Instant> again) {
        return new KindReport(
                kind,
                whole,
                status,
                pages,
                pulled,
                accepted,
                missed,
                repeated,
                stale,
                quarantined,
                removed,
                restored,
                withheld,
                lag,
                again,
                problems,
                examples);
    }
}
