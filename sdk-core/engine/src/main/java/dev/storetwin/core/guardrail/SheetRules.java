package dev.storetwin.core.guardrail;

import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.proposal.Action;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rules and the limits that came with them.
 *
 * @param ruleSet as the merchant wrote it
 * @param rules   its rules, compiled; empty when it has limits alone
 * @param limits  for any scope
 */
record SheetRules(RuleSet ruleSet, Optional<CompiledRules> rules, List<Fact> limits) implements CompiledRules {

    @Override
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    @Override
    public <A extends Action> Ruling<A> check(A action, GuardrailContext context) {
        return rules.map(it -> it.check(action, context)).orElseGet(Ruling::allowed);
    }

    @Override
    public <A extends Action> Ruling<A> check(A action, GuardrailContext context, Consumer<String> fired) {
        return rules.map(it -> it.check(action, context, fired)).orElseGet(Ruling::allowed);
    }

    @Override
    public void close() {
        rules.ifPresent(CompiledRules::close);
    }
}
