package dev.storetwin.core.audit;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Belief;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Work;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Entries as a twin would make them. */
final class SampleEntries {

    static final Instant MONDAY = Instant.parse("2024-03-04T06:00:00Z");

    private SampleEntries() {}

    static AuditEntry note(int i) {
        return new AuditEntry.Noted(MONDAY.plusSeconds(i), "rules installed", "shop-rules " + i);
    }

    static List<AuditEntry> notes(int count) {
        return IntStream.range(0, count).mapToObj(SampleEntries::note).toList();
    }

    /** Blocked at the best price, adjusted at the next, and so 17.99 was taken. */
    static Decision<PriceChange> priceDecision() {
        var mug = Sku.of("MUG-1");
        var web = Channel.of("web");
        var standing = Money.of("19.99", "EUR");
        var deep = new PriceChange(mug, web, standing, Money.of("14.99", "EUR"));
        var odd = new PriceChange(mug, web, standing, Money.of("18.00", "EUR"));
        var ending = new RuleHit("price ending", Severity.ADJUSTED, "prices end in .99");
        var taken = new JudgedAlternative<>(
                Alternative.of(odd, 412.5, new Evidence("expected units", 55.25, "units"))
                        .withBelief(new Belief(418.5, -12.25)),
                Alternative.of(odd.withTo(Money.of("17.99", "EUR")), 412.25),
                new Verdict.Adjusted<>(odd.withTo(Money.of("17.99", "EUR")), "prices end in .99"),
                List.of(ending),
                1);
        var refused = new JudgedAlternative<>(
                Alternative.of(deep, 460.125),
                Alternative.of(deep, 460.125),
                new Verdict.Blocked<PriceChange>("margin below 20 %"),
                List.of(new RuleHit("margin floor", Severity.BLOCKED, "margin below 20 %")),
                0);
        var nothing = new JudgedAlternative<PriceChange>(
                Alternative.doNothing(390), Alternative.doNothing(390), new Verdict.Allowed<>(), List.of(), 0);
        return new Decision<>(
                DecisionId.of("pricing-1f"),
                Capability.PRICING,
                Target.of(mug, web),
                MONDAY,
                DecisionStatus.ADVISED,
                taken,
                Optional.empty(),
                List.of(refused, taken, nothing),
                new Objective("expected margin over 28 days", "EUR"),
                List.of(new Evidence("elasticity", -1.8, "")),
                List.of("17.99 EUR brings 22.25 EUR more than leaving it"),
                new TreeMap<>(Map.of("rules", "ab12", "model/elasticity", "3")),
                4711,
                42,
                true);
    }

    /** The same, with other work. */
    static Decision<PriceChange> with(Work work) {
        var made = priceDecision();
        return new Decision<>(
                made.id(),
                made.capability(),
                made.target(),
                made.asOf(),
                made.status(),
                made.chosen(),
                made.pending(),
                made.alternatives(),
                made.objective(),
                made.evidence(),
                made.reasons(),
                made.versions(),
                made.revision(),
                made.seed(),
                made.reproducible(),
                made.autonomy(),
                work);
    }

    static Decision<Replenishment> orderDecision(Sku sku, Quantity quantity, double value) {
        var order = new Replenishment(
                sku,
                NodeId.of("LEIPZIG"),
                quantity,
                Optional.of(Money.of("2.10", "EUR").times(quantity)));
        var waiting = new JudgedAlternative<>(
                Alternative.of(order, value),
                Alternative.of(order, value),
                new Verdict.NeedsReview<Replenishment>("above the budget"),
                List.of(new RuleHit("budget per week", Severity.NEEDS_REVIEW, "above the budget")),
                0);
        var nothing = new JudgedAlternative<Replenishment>(
                Alternative.doNothing(0), Alternative.doNothing(0), new Verdict.Allowed<>(), List.of(), 1);
        return new Decision<>(
                DecisionId.of("inventory-" + Math.abs(sku.value().hashCode())),
                Capability.INVENTORY,
                order.target(),
                MONDAY,
                DecisionStatus.NEEDS_REVIEW,
                nothing,
                Optional.of(order),
                List.of(waiting, nothing),
                new Objective("expected cost saved over the cycle", "EUR"),
                List.of(),
                List.of("above the budget"),
                new TreeMap<>(),
                4711,
                -1,
                false);
    }

    /** Notes, outcomes and decisions about things with any name. */
    static Arbitrary<AuditEntry> entries() {
        var words = Arbitraries.strings().ofMaxLength(20);
        var skus = words.filter(it -> !it.isBlank() && it.chars().noneMatch(Character::isISOControl))
                .map(Sku::of);
        var notes = Combinators.combine(words, words)
                .as((what, detail) -> (AuditEntry) new AuditEntry.Noted(MONDAY, what, detail));
        var outcomes = Combinators.combine(Arbitraries.of(OutcomeKind.class), words)
                .as((kind, detail) ->
                        (AuditEntry) new AuditEntry.Happened(new Outcome(DecisionId.of("d1"), kind, MONDAY, detail)));
        var decisions = Combinators.combine(skus, Arbitraries.longs().between(1, 1_000_000_000), Arbitraries.doubles())
                .as((sku, thousandths, value) ->
                        (AuditEntry) new AuditEntry.Decided(orderDecision(sku, new Quantity(thousandths), value)));
        return Arbitraries.oneOf(notes, outcomes, decisions);
    }
}
