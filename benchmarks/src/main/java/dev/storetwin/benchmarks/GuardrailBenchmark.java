package dev.storetwin.benchmarks;

import dev.storetwin.drools.DroolsRuleCompiler;
import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.DayStartPrice;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Market;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Region;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** What one guardrail decision costs: one price change, five facts, and as many rules as a shop has; one rule in four fires. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.SampleTime, Mode.Throughput})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GuardrailBenchmark {

    private static final String HEAD = """
            package rules
            import dev.storetwin.guardrail.*
            import dev.storetwin.pricing.PriceChange
            global Guard guard
            """;

    private static final String RULE = """
            rule "floor %1$d"
            when
                PriceChange($sku : sku, $price : to)
                LandedCost(sku == $sku, $floor : amount.times(1.%1$03d), $price < $floor)
            then
                guard.block("{} is below {}", $price, $floor);
            end
            """;

    @Param({"20", "200"})
    public int rules;

    @SuppressWarnings("NullAway.Init") // the harness calls compile first
    private CompiledRules compiled;

    @SuppressWarnings("NullAway.Init")
    private PriceChange change;

    @SuppressWarnings("NullAway.Init")
    private GuardrailContext context;

    /** Compiles the rules. */
    @Setup
    public void compile() {
        var drl = IntStream.range(0, rules).mapToObj(RULE::formatted).collect(Collectors.joining("", HEAD, ""));
        compiled = new DroolsRuleCompiler().compile(RuleSet.of("floors.drl", drl));
        var sku = Sku.of("MUG-1");
        var web = Channel.of("web");
        change = new PriceChange(sku, web, Money.of("20.00", "EUR"), floorOfThreeQuarters());
        context = new GuardrailContext(
                Instant.EPOCH,
                ZoneOffset.UTC,
                List.of(
                        new LandedCost(sku, Money.of("10.00", "EUR")),
                        new DayStartPrice(sku, web, Money.of("20.00", "EUR")),
                        new StockCover(sku, 120, 30),
                        new Market(web, Region.of("DE")),
                        new Category(sku, "mugs")));
    }

    private Money floorOfThreeQuarters() {
        return Money.of("10.00", "EUR").times(1 + 0.75 * rules / 1_000);
    }

    @Benchmark
    public Ruling<PriceChange> check() {
        return compiled.check(change, context);
    }

    /** Frees the rules. */
    @TearDown
    public void close() {
        compiled.close();
    }
}
