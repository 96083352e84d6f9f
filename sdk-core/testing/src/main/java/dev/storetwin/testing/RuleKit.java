package dev.storetwin.testing;

import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.RuleCompiler;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.proposal.Action;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Rules under test. A test reads {@code RULES.given(facts).check(action)} and looks at the ruling.
 *
 * <p>Compiling takes up to a second, asking takes none: keep one kit for all tests of a class.
 */
public final class RuleKit implements AutoCloseable {

    private final CompiledRules rules;

    private RuleKit(CompiledRules rules) {
        this.rules = rules;
    }

    /**
     * Rule files of the class path, such as {@code rules/margin-floor.drl}.
     *
     * @throws dev.storetwin.guardrail.RuleSetRefused when a file cannot be used; the message names file and line
     */
    public static RuleKit of(String... resources) {
        return of(RuleSet.fromClasspath(resources));
    }

    public static RuleKit of(RuleSet rules) {
        var compiler = ServiceLoader.load(RuleCompiler.class, RuleKit.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("""
                        There is nothing that can compile rules.
                        Maybe add the dependency dev.storetwin:storetwin-drools to the tests."""));
        return new RuleKit(compiler.compile(rules));
    }

    /** What is known when the rules are asked; what is not given is not known. */
    public Given given(Fact... facts) {
        return new Given(rules, new GuardrailContext(Instant.EPOCH, ZoneOffset.UTC, List.of(facts)));
    }

    @Override
    public void close() {
        rules.close();
    }

    /**
     * Rules that know some facts.
     *
     * @param context the facts
     */
    public record Given(CompiledRules rules, GuardrailContext context) {

        /** What the rules say about an action. */
        public <A extends Action> Ruling<A> check(A action) {
            return rules.check(action, context);
        }
    }
}
