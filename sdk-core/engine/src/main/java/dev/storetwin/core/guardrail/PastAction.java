package dev.storetwin.core.guardrail;

import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.Moment;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.proposal.Action;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;

/**
 * An action that was once weighed, as its record tells it.
 *
 * @param decision its identifier
 * @param asOf     when it was weighed, where that is known
 * @param action   what would have been done
 */
public record PastAction(String decision, Optional<Instant> asOf, Action action) {

    /**
     * What rules say about it today. They know what its record tells: the action, what it would have cost, the moment (in UTC), and their own
     * limits.
     */
    public Ruling<Action> judgedBy(CompiledRules rules) {
        var facts = new ArrayList<Fact>();
        asOf.map(it -> Moment.of(it, ZoneOffset.UTC)).ifPresent(facts::add);
        facts.addAll(new Limits(rules.limits()).of(action.target(), facts));
        var context = new GuardrailContext(asOf.orElse(Instant.EPOCH), ZoneOffset.UTC, facts);
        return rules.check(action, ShopFacts.of(action, context));
    }
}
