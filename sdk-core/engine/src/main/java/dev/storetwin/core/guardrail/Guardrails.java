package dev.storetwin.core.guardrail;

import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleCache;
import dev.storetwin.guardrail.RuleCompiler;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.proposal.Action;
import java.util.List;
import java.util.Optional;

/** The guardrails in force. They are replaced as a whole; who asks sees the old ones or the new ones, never a mixture. */
public final class Guardrails implements AutoCloseable {

    private final RuleCompiler compiler;
    private final RuleCache cache;
    private final KeptRuleSets kept;
    private final List<Guardrail<?>> inJava;
    private Optional<CompiledRules> rules = Optional.empty();
    private boolean isClosed;
    private volatile Gate gate;

    /**
     * Guardrails without rules yet.
     *
     * @param compiler of rules, limits and tables
     * @param cache    of what was compiled
     * @param kept     the text of every rule set that is ever in force
     * @param inJava   beside the rules, whichever these are
     */
    public Guardrails(RuleCompiler compiler, RuleCache cache, KeptRuleSets kept, List<Guardrail<?>> inJava) {
        this.compiler = compiler;
        this.cache = cache;
        this.kept = kept;
        this.inJava = List.copyOf(inJava);
        this.gate = new Gate(rules, inJava);
    }

    /** What is in force now. Who has it may use it to the end of a decision, whatever takes its place meanwhile. */
    public Gate gate() {
        return gate;
    }

    /**
     * Makes rules ready, and changes nothing.
     *
     * @throws dev.storetwin.guardrail.RuleSetRefused with every finding
     * @throws IllegalStateException                  when there are rules and nothing can compile them
     */
    public CompiledRules compile(RuleSet ruleSet) {
        return compiler.compile(ruleSet, cache);
    }

    /** Puts rules in force, in place of those before. */
    public synchronized void install(CompiledRules next) {
        if (isClosed) {
            next.close();
            return;
        }
        kept.keep(next.ruleSet());
        var old = rules;
        rules = Optional.of(next);
        gate = new Gate(rules, inJava);
        old.ifPresent(CompiledRules::close);
    }

    /** A gate of rules that need not be in force, with the guardrails in Java beside them. Whoever compiled the rules closes them. */
    public Gate gateOf(Optional<CompiledRules> others) {
        return new Gate(others, inJava);
    }

    /** Lets nothing pass until rules are installed. */
    public synchronized void holdBack(String reason) {
        if (!isClosed && rules.isEmpty()) {
            gate = Gate.heldBack(new Barrier("rules", reason));
        }
    }

    /** Lets nothing pass any more. */
    @Override
    public synchronized void close() {
        isClosed = true;
        rules.ifPresent(CompiledRules::close);
        rules = Optional.empty();
        gate = Gate.heldBack(new Barrier("closed", "the twin is closed"));
    }

    /** A guardrail that refuses everything. */
    private record Barrier(String name, String reason) implements Guardrail<Action> {

        @Override
        public Class<Action> actions() {
            return Action.class;
        }

        @Override
        public Ruling<Action> check(Action action, GuardrailContext context) {
            return Ruling.blocked(name, reason);
        }
    }
}
