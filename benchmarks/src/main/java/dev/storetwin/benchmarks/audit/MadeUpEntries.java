package dev.storetwin.benchmarks.audit;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Objective;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a busy shop audits: a decision in three entries, two outcomes, none of more than 600 bytes. */
final class MadeUpEntries {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private static final int SKUS = 50_000;
    private static final Channel WEB = Channel.of("web");

    private MadeUpEntries() {}

    static AuditEntry entry(long i) {
        long decision = i / 3;
        return switch ((int) (i % 3)) {
            case 0 -> new AuditEntry.Decided(decision(decision));
            case 1 -> outcome(decision, OutcomeKind.APPLIED, "written to the platform as revision " + i);
            default -> outcome(decision, OutcomeKind.CONFIRMED, "reported back");
        };
    }

    static List<AuditEntry> entries(long from, int count) {
        return IntStream.range(0, count).mapToObj(i -> entry(from + i)).toList();
    }

    static DecisionId id(long decision) {
        return DecisionId.of("pricing-" + Long.toHexString(decision * 0x9E3779B97F4A7C15L));
    }

    static Sku sku(long decision) {
        return Sku.of("SKU-" + decision % SKUS);
    }

    private static AuditEntry outcome(long decision, OutcomeKind kind, String detail) {
        return new AuditEntry.Happened(new Outcome(id(decision), kind, START.plusMillis(decision + 1), detail));
    }

    private static Decision<PriceChange> decision(long number) {
        var nothing = new JudgedAlternative<PriceChange>(
                Alternative.doNothing(number % 1000),
                Alternative.doNothing(number % 1000),
                new Verdict.Allowed<>(),
                List.of(new RuleHit("margin floor " + number % 20, Severity.BLOCKED, "margin below 20 %")),
                1);
        return new Decision<>(
                id(number),
                Capability.PRICING,
                Target.of(sku(number), WEB),
                START.plusMillis(number),
                DecisionStatus.ADVISED,
                nothing,
                Optional.empty(),
                List.of(),
                new Objective("expected margin over 28 days", "EUR"),
                List.of(),
                List.of("nothing else stays within the margin"),
                new TreeMap<>(Map.of("rules", "ab12cd34ef56")),
                number,
                42,
                true);
    }
}
