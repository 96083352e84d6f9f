package dev.storetwin.guardrail;

import dev.storetwin.proposal.Action;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rules ready to judge, safe for any number of threads. Closing frees what they hold; a decision that is being made by them is still made by
 * them, all of it, and their classes go with the last who holds them.
 */
public interface CompiledRules extends AutoCloseable {

    RuleSet ruleSet();

    /** Whether there is no rule, but limits alone. */
    default boolean isEmpty() {
        return false;
    }

    /** The merchant's numbers that came with the rules, for any scope: {@link Limit}, {@link NumberLimit}, {@link TimeLimit}. */
    default List<Fact> limits() {
        return List.of();
    }

    /** Never throws: a rule error, a limit or a runaway rule is a ruling that blocks and names the rule. */
    <A extends Action> Ruling<A> check(A action, GuardrailContext context);

    /**
     * The same, for those who want to know more.
     *
     * @param fired is told each rule that fired, once, also one that had nothing to say; all before this returns
     */
    default <A extends Action> Ruling<A> check(A action, GuardrailContext context, Consumer<String> fired) {
        var ruling = check(action, context);
        ruling.hits().stream().map(RuleHit::rule).distinct().sorted().forEach(fired);
        return ruling;
    }

    @Override
    void close();
}
