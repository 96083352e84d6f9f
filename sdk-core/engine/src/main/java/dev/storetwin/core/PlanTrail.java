package dev.storetwin.core;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.inventory.PlanProgress.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the decisions of a plan down, many at a time.
 *
 * @param what is planned, such as {@code order plan}
 */
record PlanTrail(LiveShop live, String what, PlanRounds rounds) {

    private static final Logger LOG = LoggerFactory.getLogger(PlanTrail.class);

    private static final int GROUP = 1_000;
    private static final double SHARE = .1;

    /**
     * In order, after a note that tells what follows. What cannot be written down is not advised.
     *
     * @param indices of the lines with a decision that is new
     */
    <T extends TrailLine<T>> void write(List<T> lines, int[] indices, String words) {
        live.note(what, words);
        for (int first = 0; first < indices.length; first += GROUP) {
            int last = Math.min(indices.length, first + GROUP);
            rounds.told(Phase.WRITING, first, indices.length);
            write(lines, indices, first, last);
            rounds.wrote(last, indices.length, SHARE);
        }
        rounds.told(Phase.WRITING, indices.length, indices.length);
    }

    private <T extends TrailLine<T>> void write(List<T> lines, int[] indices, int first, int last) {
        var entries = new ArrayList<AuditEntry>(last - first);
        IntStream.range(first, last)
                .forEach(i ->
                        entries.add(new AuditEntry.Decided(lines.get(indices[i]).decision())));
        try {
            live.audit().appendAll(entries);
        } catch (Throwable unwritten) {
            ForeignCode.outlive(unwritten);
            LOG.error("{} decisions of a plan cannot be audited ({})", last - first, what, unwritten);
            var reason = "it cannot be written to the audit trail: " + unwritten.getMessage();
            IntStream.range(first, last).forEach(i -> lines.set(indices[i], lines.get(indices[i]).failed(reason)));
        }
    }
}
