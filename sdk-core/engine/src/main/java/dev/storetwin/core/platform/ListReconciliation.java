package dev.storetwin.core.platform;

import dev.storetwin.platform.KindReport;
import dev.storetwin.platform.Listing;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.Reconciliation;
import dev.storetwin.platform.ReconciliationPlan;
import dev.storetwin.platform.ReconciliationReport;
import dev.storetwin.platform.ResourceKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reconciles by reading lists, one {@link ListReader} each. */
public final class ListReconciliation implements Reconciliation {

    private final Reconciler platform;
    private final Clock clock;
    private final List<ListReader> readers;

    /**
     * @throws IllegalArgumentException when the platform names a kind twice, or sweeps what has no event to end it
     */
    public ListReconciliation(
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
    public static ListReconciliation inMemory(
            Reconciler platform, Intake intake, KnownThings known, ReconciliationPlan plan, Clock clock) {
        return new ListReconciliation(platform, intake, known, new MarksInMemory(), plan, clock);
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

    @Override
    public synchronized Instant nextDue() {
        return readers.stream()
                .map(ListReader::due)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    @Override
    public synchronized ReconciliationReport runDue() {
        var now = clock.instant();
        return report(now, readers.stream().filter(it -> !it.due().isAfter(now)).map(it -> it.read(false)));
    }

    @Override
    public synchronized ReconciliationReport run() {
        return report(clock.instant(), readers.stream().map(it -> it.read(false)));
    }

    @Override
    public synchronized ReconciliationReport runWhole() {
        return report(clock.instant(), readers.stream().map(it -> it.read(true)));
    }

    private ReconciliationReport report(Instant startedAt, Stream<KindReport> kinds) {
        return new ReconciliationReport(platform.source(), startedAt, kinds.toList());
    }
}
