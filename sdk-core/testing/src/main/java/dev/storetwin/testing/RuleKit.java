package dev.storetwin.testing;

import dev.storetwin.core.guardrail.Limits;
import dev.storetwin.core.guardrail.SheetCompiler;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleCompiler;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.proposal.Action;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules under test. A test reads {@code RULES.given(facts).check(action)} and looks at the ruling.
 *
 * <p>Compiling takes up to a second, asking takes none: keep one kit for all tests of a class.
 */
public final class RuleKit implements AutoCloseable {

    private final CompiledRules rules;
    private final Limits limits;
    private final RuleCoverageTaker coverage;

    private RuleKit(RuleSet ruleSet, SheetCompiler compiler) {
        this.rules = compiler.compile(ruleSet);
        this.limits = new Limits(rules.limits());
        this.coverage = new RuleCoverageTaker(ruleSet, compiler);
    }

    /**
     * Rule files of the class path, such as {@code rules/margin-floor.drl}.
     *
     * @throws dev.storetwin.guardrail.RuleSetRefused when a file cannot be used; the message names file and line
     */
    public static RuleKit of(String... resources) {
        return of(RuleSet.fromClasspath(resources));
    }

    /** A whole folder as a merchant installs it: rules, tables and limits. */
    public static RuleKit ofFolder(Path folder) {
        return of(RuleSet.fromDirectory(folder));
    }

    public static RuleKit of(RuleSet rules) {
        return new RuleKit(rules, SheetCompiler.ofServices());
    }

    /**
     * The same with a compiler of one's own settings.
     *
     * @param compiler of DRL, such as one that allows the host's own facts
     */
    public static RuleKit of(RuleSet rules, RuleCompiler compiler) {
        return new RuleKit(rules, new SheetCompiler(Optional.of(compiler)));
    }

    /** What is known when the rules are asked; what is not given is not known, except for the limits that came with the rules. */
    public Given given(Fact... facts) {
        return new Given(this, List.of(facts));
    }

    /** Which rules and conditions mattered in what was asked so far. Takes as long as compiling. */
    public RuleCoverage coverage() {
        return coverage.report();
    }

    private <A extends Action> Answer<A> ask(A action, List<Fact> facts) {
        var known = new ArrayList<>(facts);
        limits.of(action.target(), facts).stream()
                .filter(it -> !known.contains(it))
                .forEach(known::add);
        var context = new GuardrailContext(Instant.EPOCH, ZoneOffset.UTC, known);
        var fired = new ArrayList<String>();
        var ruling = rules.check(action, context, fired::add);
        coverage.asked(action, context, fired);
        return new Answer<>(ruling, fired);
    }

    @Override
    public void close() {
        rules.close();
    }

    /**
     * Rules that know some facts.
     *
     * @param kit   of the rules
     * @param facts what they know
     */
    public record Given(RuleKit kit, List<Fact> facts) {

        /** What the rules say about an action. */
        public <A extends Action> Ruling<A> check(A action) {
            return ask(action).ruling();
        }

        /** What the rules say about an action, and which of them fired. */
        public <A extends Action> Answer<A> ask(A action) {
            return kit.ask(action, facts);
        }
    }

    /**
     * What came of one question.
     *
     * @param ruling what the rules said
     * @param fired  the rules whose conditions were all true, in order of name, also those that had nothing to say
     */
    public record Answer<A extends Action>(Ruling<A> ruling, List<String> fired) {

        public Answer {
            fired = List.copyOf(fired);
        }
    }
}
