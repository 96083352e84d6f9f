package dev.storetwin.core.platform;

import dev.storetwin.platform.KindReport;
import dev.storetwin.platform.Listing;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.ReconciliationReport;
import dev.storetwin.platform.ResourceKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Keeps a twin true to its platform: reads the platform's lists again and again, each time a little further back than the last reading came,
 * and feeds what they say. What webhooks have brought is recognised, what they lost is new, and what the complete list lacks is gone.
 *
 * <p>It has no thread and never sleeps: the host calls {@link #runDue} from its own scheduler, at {@link #nextDue} or every minute. A run
 * ends when there is nothing more to do now; where the platform asks for patience, a later run goes on. It never throws for what the
 * platform does. Safe for any thread, one run at a time.
 */
public final class Reconciliation {

    private final Reconciler platform;
    private final Clock clock;
    private final List<ListReader> readers;

    /**
     * @throws IllegalArgumentException when the platform names a kind twice, or sweeps what has no event to end it
     */
    public Reconciliation(
            Reconciler platform,
            Intake intake,
            KnownThings known,
            ReadingMarks marks,
            ReconciliationPlan plan,
            Clock clock) {
        this.platform = platform;
        this.clock = clock;
        this.readers = checked(platform).stream()
                .map(it -> new ListReader(it, platform, intake, known, marks, plan, clock))
                .toList();
    }

    /** Its marks are kept in memory: after a restart everything is read again. */
    public static Reconciliation inMemory(
            Reconciler platform, Intake intake, KnownThings known, ReconciliationPlan plan, Clock clock) {
        return new Reconciliation(platform, intake, known, new MarksInMemory(), plan, clock);
    }

    private static List<Listing> checked(Reconciler platform) {
        var listings = platform.listings().stream()
                .sorted(Comparator.comparing(Listing::kind))
                .toList();
        var kinds = EnumSet.noneOf(ResourceKind.class);
        for (var listing : listings) {
            if (!kinds.add(listing.kind())) {
                throw new IllegalArgumentException("%s lists %s twice.\nMaybe two lists should be one."
                        .formatted(platform.source(), listing.kind()));
            }
            listing.swept().stream()
                    .filter(Predicate.not(Removals.KINDS::contains))
                    .findFirst()
                    .ifPresent(it -> {
                        throw new IllegalArgumentException(
                                "%s cannot be swept (by %s of %s), only %s.\nMaybe leave it out."
                                        .formatted(it, listing.kind(), platform.source(), Removals.KINDS));
                    });
        }
        return listings;
    }

    /** When the next run has something to do; in the past when it has now. */
    public synchronized Instant nextDue() {
        return readers.stream()
                .map(ListReader::due)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** Reads every list that is due. */
    public synchronized ReconciliationReport runDue() {
        var now = clock.instant();
        return report(now, readers.stream().filter(it -> !it.due().isAfter(now)).map(it -> it.read(false)));
    }

    /** Reads what changed in every list, due or not. Only where the platform asked for patience it waits. */
    public synchronized ReconciliationReport run() {
        return report(clock.instant(), readers.stream().map(it -> it.read(false)));
    }

    /** Reads every list from its beginning to its end, and so finds also what is gone. */
    public synchronized ReconciliationReport runWhole() {
        return report(clock.instant(), readers.stream().map(it -> it.read(true)));
    }

    private ReconciliationReport report(Instant startedAt, Stream<KindReport> kinds) {
        return new ReconciliationReport(platform.source(), startedAt, kinds.toList());
    }
}
