package dev.storetwin.testing;

import dev.storetwin.Twin;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Objective;
import dev.storetwin.state.PricePoint;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Price decisions that a test knows beforehand, whatever the twin would plan: ten per cent off is best but a rule blocks it, five per cent off
 * is taken, nothing is done without a price.
 */
final class Advice {

    static final String RULE = "no deep cuts";
    private static final Objective OBJECTIVE = new Objective("expected margin", "EUR");

    private Advice() {}

    static Decision<PriceChange> fivePercentOff(Twin twin, Sku sku, Channel channel, Instant now) {
        var target = Target.of(sku, channel);
        var price = twin.state().catalog().price(sku, channel, now).map(PricePoint::price);
        var nothing = judged(Alternative.<PriceChange>doNothing(0), new Verdict.Allowed<>(), List.of(), 0);
        return price.map(it -> decision(twin, target, now, changes(sku, channel, it, nothing)))
                .orElseGet(() -> decision(twin, target, now, List.of(nothing)));
    }

    /** One change that every rule passes. */
    static Decision<PriceChange> to(Twin twin, PriceChange change, Instant now) {
        var nothing = judged(Alternative.<PriceChange>doNothing(0), new Verdict.Allowed<>(), List.of(), 0);
        var advised = judged(Alternative.of(change, 5), new Verdict.Allowed<>(), List.of(), 1);
        return decision(twin, change.target(), now, List.of(nothing, advised));
    }

    private static List<JudgedAlternative<PriceChange>> changes(
            Sku sku, Channel channel, Money from, JudgedAlternative<PriceChange> nothing) {
        Alternative<PriceChange> deep = Alternative.of(change(sku, channel, from, "0.90"), 10);
        Alternative<PriceChange> shallow = Alternative.of(change(sku, channel, from, "0.95"), 5);
        var hit = new RuleHit(RULE, Severity.BLOCKED, "a tenth is too deep");
        return List.of(
                judged(deep, new Verdict.Blocked<>(hit.reason()), List.of(hit), 0),
                judged(shallow, new Verdict.Allowed<>(), List.of(), 1),
                nothing);
    }

    private static PriceChange change(Sku sku, Channel channel, Money from, String factor) {
        return new PriceChange(
                sku, channel, from, from.times(new BigDecimal(factor)).rounded());
    }

    private static JudgedAlternative<PriceChange> judged(
            Alternative<PriceChange> proposed, Verdict<PriceChange> verdict, List<RuleHit> hits, double propensity) {
        return new JudgedAlternative<>(proposed, proposed, verdict, hits, propensity);
    }

    private static Decision<PriceChange> decision(
            Twin twin, Target target, Instant now, List<JudgedAlternative<PriceChange>> alternatives) {
        boolean known = alternatives.size() > 1;
        return new Decision<>(
                DecisionId.of("d-" + target + "-" + twin.state().revision()),
                Capability.PRICING,
                target,
                now,
                known ? DecisionStatus.ADVISED : DecisionStatus.INSUFFICIENT_DATA,
                alternatives.get(known ? 1 : 0),
                Optional.empty(),
                alternatives,
                OBJECTIVE,
                List.of(new Evidence("cheaper by", 5, "%")),
                List.of(known ? "cheaper sells more" : "the price is not known"),
                new TreeMap<>(Map.of("planner", "five-percent-off")),
                twin.state().revision(),
                1,
                true);
    }
}
