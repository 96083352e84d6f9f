package dev.storetwin.core;

import dev.storetwin.core.guardrail.Gate;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleCompiler;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.proposal.Action;
import java.util.List;
import java.util.Optional;

/** The guardrails in force. They are replaced as a whole; who asks sees the old ones or the new ones, never a mixture. */
final class Guardrails implements AutoCloseable {

    private final Optional<RuleCompiler> compiler;
    private final List<Guardrail<?>> inJava;
    private Optional<CompiledRules> rules;
    private volatile Gate gate;
    private boolean isClosed;

    Guardrails(Optional<RuleCompiler> compiler, List<Guardrail<?>> inJava, Optional<CompiledRules> rules) {
        this.compiler = compiler;
        this.inJava = inJava;
        this.rules = rules;
        this.gate = new Gate(rules, inJava);
    }

    Gate gate() {
        return gate;
    }

    /** Takes seconds; changes nothing yet. */
    CompiledRules compile(RuleSet ruleSet) {
        return compiler.orElseThrow(() -> new IllegalStateException(
                        "Nothing here can compile rules.\nMaybe add the dependency dev.storetwin:storetwin-drools."))
                .compile(ruleSet);
    }

    /** From now on these are in force, and closed when others are; at once when the twin is closed. */
    synchronized void replace(CompiledRules compiled) {
        if (isClosed) {
            compiled.close();
            return;
        }
        var old = rules;
        rules = Optional.of(compiled);
        gate = new Gate(rules, inJava);
        old.ifPresent(CompiledRules::close);
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        rules.ifPresent(CompiledRules::close);
        rules = Optional.empty();
        gate = new Gate(rules, List.of(new ClosedTwin()));
    }

    /** Lets nothing pass once the twin is closed. */
    private static final class ClosedTwin implements Guardrail<Action> {

        @Override
        public Class<Action> actions() {
            return Action.class;
        }

        @Override
        public Ruling<Action> check(Action action, GuardrailContext context) {
            return Ruling.blocked("closed", "the twin is closed");
        }
    }
}
