package dev.storetwin.core;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.proposal.PlanProgress.Phase;
import java.util.List;
import java.util.Optional;
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
        var of = IntStream.range(first, last).map(i -> indices[i]).toArray();
        appended(IntStream.of(of).mapToObj(lines::get).toList()).ifPresent(why -> IntStream.of(of)
                .forEach(i -> lines.set(i, lines.get(i).failed(why))));
    }

    /**
     * All of them in order, after a note that tells what follows, or none that counts: where the trail breaks off, what was written of them before is followed by
     * the word that it is not carried out.
     *
     * @return why they could not be written down
     */
    <T extends TrailLine<T>> Optional<String> whole(List<T> lines, String words) {
        var unwritten = live.note(what, words);
        for (int first = 0; first < lines.size() && unwritten.isEmpty(); first += GROUP) {
            rounds.told(Phase.WRITING, first, lines.size());
            int last = Math.min(lines.size(), first + GROUP);
            unwritten = appended(lines.subList(first, last));
            if (unwritten.isPresent()) {
                withdraw(lines.subList(0, last), unwritten.get());
            } else {
                rounds.wrote(last, lines.size(), SHARE);
            }
        }
        rounds.told(Phase.WRITING, lines.size(), lines.size());
        return unwritten;
    }

    /** Also of the last group, of which the trail of a host may have taken a part. */
    private void withdraw(List<? extends TrailLine<?>> written, String why) {
        var reason = "the %s that it is part of is not carried out: %s".formatted(what, why);
        var now = live.now();
        try {
            live.audit()
                    .appendAll(written.stream()
                            .map(TrailLine::decision)
                            .filter(it -> it.action().isPresent())
                            .map(it -> new AuditEntry.Happened(new Outcome(it.id(), OutcomeKind.REFUSED, now, reason)))
                            .toList());
        } catch (Throwable unwritten) {
            ForeignCode.outlive(unwritten);
            LOG.error(
                    "{} cannot be written to the audit trail either, for {} decisions",
                    reason,
                    written.size(),
                    unwritten);
        }
    }

    private Optional<String> appended(List<? extends TrailLine<?>> lines) {
        var entries =
                lines.stream().map(it -> new AuditEntry.Decided(it.decision())).toList();
        try {
            live.audit().appendAll(entries);
            return Optional.empty();
        } catch (Throwable unwritten) {
            ForeignCode.outlive(unwritten);
            LOG.error("{} decisions of a plan cannot be audited ({})", lines.size(), what, unwritten);
            return Optional.of("it cannot be written to the audit trail: " + unwritten.getMessage());
        }
    }
}
