package dev.storetwin.benchmarks.guardrail;

import dev.storetwin.drools.DroolsRuleCompiler;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.pricing.PriceChange;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one guardrail decision costs: one price change, five facts, and as many rules as a shop has. Side by side: rules in DRL, the same checks
 * written by hand, and the same under Easy Rules; all three must say the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.SampleTime, Mode.Throughput})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GuardrailBenchmark {

    @Param({"20", "200"})
    public int rules;

    private final PriceChange change = MadeUpRules.change();
    private final GuardrailContext context = MadeUpRules.context();
    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules easy = new Rules();

    @SuppressWarnings("NullAway.Init") // the harness calls compile first
    private CompiledRules compiled;

    @SuppressWarnings("NullAway.Init")
    private HandWrittenRules byHand;

    /** Makes the rules ready, and fails when they do not agree. */
    @Setup
    public void compile() {
        compiled = new DroolsRuleCompiler().compile(MadeUpRules.rules(rules));
        byHand = new HandWrittenRules(rules);
        IntStream.range(0, rules)
                .forEach(it -> easy.register(new RuleBuilder()
                        .name("rule " + it)
                        .then(facts -> HandWrittenRules.check(it)
                                .look(change(facts), context(facts), facts.<HandWrittenRules.Findings>get("findings")))
                        .when(facts -> true)
                        .build()));
        if (!drl().equals(byHand())
                || !drl().equals(easyRules())
                || drl().hits().isEmpty()) {
            throw new IllegalStateException("%s%n%s%n%s".formatted(drl(), byHand(), easyRules()));
        }
    }

    private static PriceChange change(Facts facts) {
        return facts.get("change");
    }

    private static GuardrailContext context(Facts facts) {
        return facts.get("context");
    }

    @Benchmark
    public Ruling<PriceChange> drl() {
        return compiled.check(change, context);
    }

    @Benchmark
    public Ruling<PriceChange> byHand() {
        return byHand.check(change, context);
    }

    @Benchmark
    public Ruling<PriceChange> easyRules() {
        var findings = new HandWrittenRules.Findings();
        var facts = new Facts();
        facts.put("change", change);
        facts.put("context", context);
        facts.put("findings", findings);
        engine.fire(easy, facts);
        return findings.ruling();
    }

    /** Frees the rules. */
    @TearDown
    public void close() {
        compiled.close();
    }
}
