package dev.storetwin.platform;

import dev.storetwin.type.Source;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What one run of reconciliation found.
 *
 * @param source    the platform
 * @param startedAt when the run began
 * @param kinds     what was read, in the order in which it was read; kinds that were not due are left out
 */
public record ReconciliationReport(Source source, Instant startedAt, List<KindReport> kinds) {

    public ReconciliationReport {
        kinds = List.copyOf(kinds);
    }

    /** Whether every list that was asked for was read to its end. */
    public boolean isComplete() {
        return kinds.stream().allMatch(it -> it.status() == KindReport.Status.COMPLETE);
    }

    /** Facts that no webhook had brought: the drift that reconciliation took out. */
    public long missed() {
        return sum(KindReport::missed);
    }

    /** Things that were gone without a webhook. */
    public long removed() {
        return sum(KindReport::removed);
    }

    public long sum(ToLongFunction<KindReport> figure) {
        return kinds.stream().mapToLong(figure).sum();
    }
}
