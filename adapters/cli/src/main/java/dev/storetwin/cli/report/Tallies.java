package dev.storetwin.cli.report;

import dev.storetwin.decision.Decision;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts decisions by status and rule hits by rule. */
final class Tallies {

    private static final Comparator<RuleTally> MOST_RESTRICTIVE_FIRST = Comparator.comparingLong(RuleTally::blocked)
            .thenComparingLong(RuleTally::reviewed)
            .thenComparingLong(RuleTally::adjusted)
            .reversed()
            .thenComparing(RuleTally::rule);

    private static final Comparator<StatusTally> BY_CAPABILITY_AND_STATUS =
            Comparator.comparing(StatusTally::capability).thenComparing(StatusTally::status);

    private Tallies() {}

    static List<StatusTally> ofStatuses(List<DecisionRow> rows) {
        var tallies = new ArrayList<StatusTally>();
        for (var row : rows) {
            var one = new StatusTally(row.capability(), row.status(), 1, row.gain(), row.unit());
            int at = find(tallies, one);
            if (at < 0) {
                tallies.add(one);
            } else {
                tallies.set(at, sum(tallies.get(at), one));
            }
        }
        tallies.sort(BY_CAPABILITY_AND_STATUS);
        return tallies;
    }

    private static int find(List<StatusTally> tallies, StatusTally like) {
        for (int i = 0; i < tallies.size(); i++) {
            if (BY_CAPABILITY_AND_STATUS.compare(tallies.get(i), like) == 0) {
                return i;
            }
        }
        return -1;
    }

    private static StatusTally sum(StatusTally one, StatusTally other) {
        return new StatusTally(
                one.capability(),
                one.status(),
                one.decisions() + other.decisions(),
                one.gain() + other.gain(),
                one.unit().equals(other.unit()) ? one.unit() : "");
    }

    /** The example of a rule is from the first decision that it touched. */
    static List<RuleTally> ofRules(List<? extends Decision<?>> decisions) {
        var tallies = new TreeMap<String, RuleTally>();
        for (var decision : decisions) {
            var spoke = new TreeMap<String, RuleTally>();
            hits(decision).forEach(hit -> spoke.merge(hit.rule(), one(hit), Tallies::sum));
            spoke.values().forEach(it -> tallies.merge(it.rule(), inOneDecision(it), Tallies::sum));
        }
        return tallies.values().stream().sorted(MOST_RESTRICTIVE_FIRST).toList();
    }

    private static Stream<RuleHit> hits(Decision<?> decision) {
        return decision.alternatives().stream()
                .map(JudgedAlternative::hits)
                .flatMap(List::stream)
                .filter(it -> it.severity() != Severity.ALLOWED);
    }

    private static RuleTally one(RuleHit hit) {
        return new RuleTally(
                hit.rule(),
                hit.severity() == Severity.BLOCKED ? 1 : 0,
                hit.severity() == Severity.NEEDS_REVIEW ? 1 : 0,
                hit.severity() == Severity.ADJUSTED ? 1 : 0,
                0,
                DecisionRows.shortened(hit.reason()));
    }

    private static RuleTally inOneDecision(RuleTally tally) {
        return new RuleTally(tally.rule(), tally.blocked(), tally.reviewed(), tally.adjusted(), 1, tally.example());
    }

    private static RuleTally sum(RuleTally one, RuleTally other) {
        return new RuleTally(
                one.rule(),
                one.blocked() + other.blocked(),
                one.reviewed() + other.reviewed(),
                one.adjusted() + other.adjusted(),
                one.decisions() + other.decisions(),
                one.example());
    }
}
