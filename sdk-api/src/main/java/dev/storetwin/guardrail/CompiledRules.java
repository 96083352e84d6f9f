package dev.storetwin.guardrail;

import dev.storetwin.proposal.Action;

/**
 * Rules ready to judge, safe for any number of threads. Closing frees what they hold; a decision that is being made by them is still made by
 * them, all of it, and their classes go with the last who holds them.
 */
public interface CompiledRules extends AutoCloseable {

    RuleSet ruleSet();

    /** Never throws: a rule error, a limit or a runaway rule is a ruling that blocks and names the rule. */
    <A extends Action> Ruling<A> check(A action, GuardrailContext context);

    @Override
    void close();
}
